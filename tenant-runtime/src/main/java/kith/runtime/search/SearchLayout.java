package kith.runtime.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.word.SearchedField;
import kith.runtime.word.TextWords;
import kith.runtime.word.Word;
import tools.jackson.databind.JsonNode;

/** Where the texts of a tenant's searched fields lie. */
final class SearchLayout {

    /** Of a text; what stands behind is not found. */
    private static final int LONGEST_TEXT = 10_000;

    private static final int MOST_WORDS = 500;

    private final Catalog catalog;
    private final Map<Integer, List<SearchedField>> fieldsByObject = new LinkedHashMap<>();
    private final SequencedMap<Storage, Integer> homes = new LinkedHashMap<>();
    private final String mark;

    private SearchLayout(Catalog catalog) {
        this.catalog = catalog;
        StringBuilder facts = new StringBuilder();
        for (SearchedField each : SearchedField.of(catalog)) {
            fieldsByObject.computeIfAbsent(each.object().key(), _ -> new ArrayList<>()).add(each);
            homes.putIfAbsent(each.field().storage(), homes.size());
            facts.append(each.place())
                    .append(each.field().storage())
                    .append(each.field().definition().isRequired())
                    .append(each.field().definition().defaultValue())
                    .append('\n');
        }
        this.mark = hash(facts.toString());
    }

    static SearchLayout of(Catalog catalog) {
        return new SearchLayout(catalog);
    }

    /** Differs when other fields are searched, or records were given values by a new default. */
    String mark() {
        return mark;
    }

    /** The fields, as history and change stream name them. */
    Sql fields() {
        return Sql.bind(
                SqlType.TEXT_ARRAY,
                fieldsByObject.values().stream()
                        .flatMap(List::stream)
                        .map(each -> each.field().id().toString())
                        .distinct()
                        .toArray(String[]::new));
    }

    /** The tables that hold the records. */
    List<RecordTable> tables() {
        return RecordTable.all(catalog);
    }

    /** The table that holds the records of an object. */
    RecordTable table(int object) {
        return RecordTable.of(catalog, object);
    }

    /** Which rows {@code r} of a table are records. */
    Sql counts(RecordTable table) {
        return table.counts(catalog, Sql.text("r.object"));
    }

    /** The values of the record {@code r}, each after a comma; null for what the table has not. */
    Sql values(RecordTable table) {
        Set<Storage> there = new HashSet<>();
        fieldsByObject.values().stream()
                .flatMap(List::stream)
                .filter(field -> RecordTable.of(field.object()).equals(table))
                .forEach(field -> there.add(field.field().storage()));
        return Sql.join(
                "",
                homes.keySet().stream()
                        .map(home -> there.contains(home) ? value(home) : Sql.text(", null"))
                        .toList());
    }

    private static Sql value(Storage home) {
        Sql value =
                switch (home) {
                    case Storage.Column(var name) -> Sql.of("r.{}", Sql.identifier(name));
                    case Storage.Slot slot -> Sql.of("r.{}", Sql.identifier(slot.column()));
                    case Storage.Overflow overflow ->
                            Sql.of("r.more ->> '{}'", Sql.number(overflow.number()));
                    case Storage.Links _, Storage.Computed _ ->
                            throw new IllegalArgumentException(home + " holds no words");
                };
        return Sql.of(", left({}, {})", value, Sql.number(LONGEST_TEXT));
    }

    /**
     * The words of records.
     *
     * @param records an array of arrays: id, key of the object, values
     */
    List<WordRow> words(JsonNode records) {
        List<WordRow> rows = new ArrayList<>();
        for (JsonNode record : records) {
            UUID id = UUID.fromString(record.get(0).asString());
            for (SearchedField each :
                    fieldsByObject.getOrDefault(record.get(1).asInt(), List.of())) {
                int home = Objects.requireNonNull(homes.get(each.field().storage()));
                JsonNode value = record.get(2 + home);
                if (value.isString()) {
                    add(rows, id, each, value.asString());
                }
            }
        }
        return rows;
    }

    private static void add(List<WordRow> rows, UUID id, SearchedField field, String text) {
        for (Word word : TextWords.of(text, MOST_WORDS)) {
            rows.add(
                    new WordRow(
                            id,
                            word.form(),
                            field.place(),
                            field.isName() ? 0 : 1,
                            word.at(),
                            word.until()));
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
