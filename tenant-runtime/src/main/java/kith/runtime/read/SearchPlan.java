package kith.runtime.read;

import java.util.List;
import java.util.Map;
import kith.runtime.storage.RecordTable;
import kith.runtime.word.SearchTerm;
import kith.runtime.word.SearchedField;

/**
 * A search within its limits: in the fields that the caller may read, among the records that the
 * caller may know of.
 *
 * @param sources the objects that are searched
 * @param records what each selection of a record becomes
 */
record SearchPlan(
        List<SearchTerm> terms,
        List<Source> sources,
        List<SearchedField> fields,
        int first,
        SearchSelection selection,
        Map<RecordSelection, RecordPlan> records) {

    SearchPlan {
        terms = List.copyOf(terms);
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        records = Map.copyOf(records);
    }

    /** The objects by the tables that their records are in. */
    Map<RecordTable, List<Source>> tables() {
        return RecordTable.grouped(sources, Source::object);
    }

    /** Whether it can find nothing, whatever the tenant has. */
    boolean isVain() {
        return terms.isEmpty() || fields.isEmpty() || sources.isEmpty();
    }
}
