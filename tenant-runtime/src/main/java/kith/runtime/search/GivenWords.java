package kith.runtime.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/**
 * Words of records as rows of a statement. All that is known of a word is one number, 16 bits each
 * for its record, its field, its beginning and its end: PostgreSQL takes every array of an {@code
 * unnest} apart by itself, which for six of them cost as much as to insert the rows.
 */
final class GivenWords {

    private static final String SOURCE =
            """
            (select ({})[(n.place >> 48)::int] as record, n.word, ({})[(n.place >> 32 & 65535)::int] as field,
                ({})[(n.place >> 32 & 65535)::int] as weight, (n.place >> 16 & 65535)::int as at, (n.place & 65535)::int as until
            from unnest({}, {}) n (word, place)) g\
            """;

    private final List<WordRow> rows;
    private final Map<UUID, Integer> records = new LinkedHashMap<>();
    private final Map<Place, Integer> fields = new LinkedHashMap<>();

    /** In the order of the index, so that neighbours in it are written one after the other. */
    private static final Comparator<WordRow> BY_WORD =
            Comparator.comparing(WordRow::word)
                    .thenComparingInt(WordRow::weight)
                    .thenComparing(WordRow::record, Comparator.reverseOrder());

    GivenWords(List<WordRow> rows) {
        this.rows = rows.stream().sorted(BY_WORD).toList();
        for (WordRow row : rows) {
            records.putIfAbsent(row.record(), records.size() + 1);
            fields.putIfAbsent(Place.of(row), fields.size() + 1);
        }
    }

    private record Place(UUID field, int weight) {
        static Place of(WordRow row) {
            return new Place(row.place(), row.weight());
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Records that have words. */
    Set<UUID> records() {
        return records.keySet();
    }

    /** All words, each once. */
    Set<String> words() {
        return rows.stream()
                .map(WordRow::word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    GivenWords without(Set<UUID> others) {
        return new GivenWords(rows.stream().filter(row -> !others.contains(row.record())).toList());
    }

    /** Rows {@code g (record, word, field, weight, at, until)}, to stand behind {@code from}. */
    Sql source() {
        return Sql.of(
                SOURCE,
                uuids(records.keySet()),
                uuids(fields.keySet().stream().map(Place::field).toList()),
                Sql.bind(
                        SqlType.INTEGER_ARRAY,
                        fields.keySet().stream().map(Place::weight).toArray(Integer[]::new)),
                texts(rows.stream().map(WordRow::word).toList()),
                Sql.bind(
                        SqlType.BIGINT_ARRAY, rows.stream().map(this::place).toArray(Long[]::new)));
    }

    /** Rows {@code g (record, words)}, the words of a record as one text. */
    Sql entries() {
        Map<UUID, Set<String>> words = new LinkedHashMap<>();
        for (WordRow row : rows) {
            words.computeIfAbsent(row.record(), _ -> new LinkedHashSet<>()).add(row.word());
        }
        return Sql.of(
                "unnest({}, {}) g (record, words)",
                uuids(words.keySet()),
                texts(words.values().stream().map(each -> String.join(" ", each)).toList()));
    }

    private long place(WordRow row) {
        long record = records.getOrDefault(row.record(), 0);
        long field = fields.getOrDefault(Place.of(row), 0);
        return record << 48 | field << 32 | (long) row.at() << 16 | row.until();
    }

    static Sql uuids(Collection<UUID> values) {
        return Sql.bind(SqlType.UUID_ARRAY, values.toArray(UUID[]::new));
    }

    private static Sql texts(Collection<String> values) {
        return Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
    }
}
