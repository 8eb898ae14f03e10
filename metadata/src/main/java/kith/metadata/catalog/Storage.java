package kith.metadata.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the values of a field live. Its text form stands in documents. */
public sealed interface Storage {

    /**
     * The storage of this text form; empty for a text that is none, or that names a column, which
     * only system fields have.
     */
    static Optional<Storage> parse(String text) {
        if (text.equals(new Links().toString())) {
            return Optional.of(new Links());
        }
        Matcher parts = Pattern.compile("([a-z]+)_([1-9][0-9]{0,3})").matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(2));
        if (parts.group(1).equals("more")) {
            return Optional.of(new Overflow(number));
        }
        return Arrays.stream(SlotKind.values())
                .filter(kind -> kind.columnPrefix().equals(parts.group(1)))
                .filter(kind -> number <= kind.count())
                .map(kind -> (Storage) new Slot(kind, number))
                .findFirst();
    }

    /** A column that each record has whatever its object, e.g. {@code created_at}. */
    record Column(String name) implements Storage {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A typed column of the shared table, counted from 1; {@code text_3}. */
    record Slot(SlotKind kind, int number) implements Storage {
        /** The column's name. */
        public String column() {
            return kind.columnPrefix() + "_" + number;
        }

        /** Whether the shared table has an index on this slot. */
        public boolean isIndexed() {
            return number <= kind.indexed();
        }

        @Override
        public String toString() {
            return column();
        }
    }

    /** A key of the overflow document of the record; {@code more_12}. */
    record Overflow(int number) implements Storage {
        /** The key inside the document. */
        public String key() {
            return Integer.toString(number);
        }

        @Override
        public String toString() {
            return "more_" + number;
        }
    }

    /** Rows of the shared link table, keyed by the field's id. */
    record Links() implements Storage {
        @Override
        public String toString() {
            return "links";
        }
    }

    /** Nowhere: computed from other fields whenever it is read. Never written into documents. */
    record Computed(Formula formula) implements Storage {
        @Override
        public String toString() {
            return "computed";
        }
    }
}
