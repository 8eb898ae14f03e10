package kith.metadata.field;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** What points to records of another object, or of one of several. */
    sealed interface Referring extends FieldType {
        /** Names of the objects that may be referred to; at least one. */
        List<String> targets();

        /** The same reference after an object was given another name. */
        FieldType following(String from, String to);
    }

    /** What points to records of one object alone. */
    sealed interface ReferringToOne extends Referring {
        /** Name of the object referred to. */
        String target();

        @Override
        default List<String> targets() {
            return List.of(target());
        }

        /** The same reference to an object that is called differently now. */
        FieldType to(String newTarget);

        @Override
        default FieldType following(String from, String to) {
            return target().equals(from) ? to(to) : this;
        }
    }

    /**
     * A reference to one record of another object.
     *
     * @param target name of the object referred to
     * @param inverse how the target names and shows the list of the records that refer to it; empty
     *     only for system fields, whose lists nobody asks for, and for one target of a {@link
     *     PolymorphicLookup}
     */
    record Lookup(String target, Optional<Inverse> inverse) implements ReferringToOne {
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
     * A reference to one record of any of several objects.
     *
     * @param targets names of the objects, in the order in which they are offered
     * @param inverse how each of the targets names and shows the list of the records that refer to
     *     it
     */
    record PolymorphicLookup(List<String> targets, Inverse inverse) implements Referring {
        public PolymorphicLookup {
            targets = List.copyOf(targets);
        }

        @Override
        public FieldType following(String from, String to) {
            return new PolymorphicLookup(
                    targets.stream().map(target -> target.equals(from) ? to : target).toList(),
                    inverse);
        }

        @Override
        public String documentName() {
            return "lookup";
        }
    }

    /**
     * Of which object the record is that a polymorphic lookup points to: the name of the object;
     * system fields only.
     *
     * @param names the targets' names by the keys that stand for them in tables
     */
    record TargetObject(SortedMap<Integer, String> names) implements FieldType {
        public TargetObject {
            names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        }

        @Override
        public String documentName() {
            return "targetObject";
        }

        /** The key of the target of this name. */
        public Optional<Integer> keyOf(String name) {
            return names.entrySet().stream()
                    .filter(target -> target.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * A required reference to the record that this one is a part of: deleted and restored with it.
     */
    record MasterDetail(String target, Inverse inverse) implements ReferringToOne {
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
    record ManyToMany(String target, Inverse inverse) implements ReferringToOne {
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
