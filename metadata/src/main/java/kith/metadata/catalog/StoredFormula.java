package kith.metadata.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A formula whose values are kept in a column, so that an index can serve them.
 *
 * @param field the field with the values, at its home
 * @param formula what computes them
 * @param watches what they depend on, the record itself first
 * @param isStale whether the column is being brought up to date by a job: until that is done, the
 *     values are computed for whoever reads them
 */
public record StoredFormula(Field field, Formula formula, List<Watch> watches, boolean isStale) {

    public StoredFormula {
        watches = List.copyOf(watches);
    }

    /** The ways that lead on from a watched record, shorter ones first. */
    public List<List<Field>> waysFrom(Watch from) {
        int length = from.references().size();
        return watches.stream()
                .map(Watch::references)
                .filter(way ->
                        way.size() > length && way.subList(0, length).equals(from.references()))
                .map(way -> way.subList(length, way.size()))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    /**
     * Fields of records whose change may change the values.
     *
     * @param references the way from the record with the value to the one that is watched,
     *     outermost first; empty for the record itself
     * @param object name of the object whose records are watched
     * @param fields names of its fields
     */
    public record Watch(List<Field> references, String object, Set<String> fields) {
        public Watch {
            references = List.copyOf(references);
            fields = Set.copyOf(fields);
        }

        /** Whether it watches the record with the value itself. */
        public boolean isOwn() {
            return references.isEmpty();
        }
    }
}
