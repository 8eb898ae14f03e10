package kith.metadata.field;

import java.util.List;
import java.util.Optional;

/**
 * The type of a field with the options that only this type has. Documents name it by {@link
 * #documentName()}.
 */
public sealed interface FieldType {

    /** The value of {@code type} in documents. */
    String documentName();

    /** The identity of a record, a UUID of version 7; system fields only. */
    record Id() implements FieldType {
        @Override
        public String documentName() {
            return "id";
        }
    }

    /** One line of text, at most {@code maxLength} characters (1 to 4,000; 255 unless given). */
    record Text(int maxLength) implements FieldType {
        public static final int DEFAULT_LENGTH = 255;

        @Override
        public String documentName() {
            return "text";
        }
    }

    /**
     * Several lines of text, at most {@code maxLength} characters (1 to 131,072; 32,000 unless
     * given).
     */
    record LongText(int maxLength) implements FieldType {
        public static final int DEFAULT_LENGTH = 32_000;

        @Override
        public String documentName() {
            return "longText";
        }
    }

    /**
     * An exact decimal number of {@code digits} digits in all (1 to 38; 18 unless given), {@code
     * decimals} of them behind the point (0 unless given).
     */
    record Numeric(int digits, int decimals) implements FieldType {
        @Override
        public String documentName() {
            return "number";
        }
    }

    /** An amount of money, 18 digits, {@code decimals} behind the point (2 unless given). */
    record Currency(int decimals) implements FieldType {
        @Override
        public String documentName() {
            return "currency";
        }
    }

    /**
     * A percentage: 12.5 means 12.5 %, 18 digits, {@code decimals} behind the point (2 unless
     * given).
     */
    record Percent(int decimals) implements FieldType {
        @Override
        public String documentName() {
            return "percent";
        }
    }

    /** A calendar day without zone. */
    record Date() implements FieldType {
        @Override
        public String documentName() {
            return "date";
        }
    }

    /** A moment, kept to the millisecond in UTC. */
    record DateTime() implements FieldType {
        @Override
        public String documentName() {
            return "dateTime";
        }
    }

    /** Yes or no; false unless a default is given. */
    record Checkbox() implements FieldType {
        @Override
        public String documentName() {
            return "boolean";
        }
    }

    /** One of a list of values. */
    record Picklist(List<PicklistValue> values) implements FieldType {
        public Picklist {
            values = List.copyOf(values);
        }

        @Override
        public String documentName() {
            return "picklist";
        }
    }

    /** Any number of a list of values. */
    record MultiPicklist(List<PicklistValue> values) implements FieldType {
        public MultiPicklist {
            values = List.copyOf(values);
        }

        @Override
        public String documentName() {
            return "multiPicklist";
        }
    }

    /** A mail address. */
    record Email() implements FieldType {
        @Override
        public String documentName() {
            return "email";
        }
    }

    /** A telephone number as people write it. */
    record Phone() implements FieldType {
        @Override
        public String documentName() {
            return "phone";
        }
    }

    /** An http or https address. */
    record Url() implements FieldType {
        @Override
        public String documentName() {
            return "url";
        }
    }

    /**
     * A number that the platform counts up, never reused.
     *
     * @param format text with one run of zeros in braces, e.g. {@code CASE-{00000}}
     */
    record AutoNumber(String format) implements FieldType {
        @Override
        public String documentName() {
            return "autoNumber";
        }
    }

    /** What points to records of another object. */
    sealed interface Referring extends FieldType {
        /** Name of the object referred to. */
        String target();

        /** The same reference to an object that is called differently now. */
        FieldType to(String newTarget);
    }

    /**
     * A reference to one record of another object.
     *
     * @param target name of the object referred to
     * @param inverse how the target names and shows the list of the records that refer to it; empty
     *     only for system fields, whose lists nobody asks for
     */
    record Lookup(String target, Optional<Inverse> inverse) implements Referring {
        @Override
        public FieldType to(String newTarget) {
            return new Lookup(newTarget, inverse);
        }

        @Override
        public String documentName() {
            return "lookup";
        }
    }

    /**
     * A required reference to the record that this one is a part of: deleted and restored with it.
     */
    record MasterDetail(String target, Inverse inverse) implements Referring {
        @Override
        public FieldType to(String newTarget) {
            return new MasterDetail(newTarget, inverse);
        }

        @Override
        public String documentName() {
            return "masterDetail";
        }
    }

    /** References to any number of records of another object; both sides list each other. */
    record ManyToMany(String target, Inverse inverse) implements Referring {
        @Override
        public FieldType to(String newTarget) {
            return new ManyToMany(newTarget, inverse);
        }

        @Override
        public String documentName() {
            return "manyToMany";
        }
    }
}
