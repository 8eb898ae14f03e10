package kith.metadata;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An object: a kind of record that a tenant keeps.
 *
 * @param name singular API name in upper camel case, e.g. {@code Property}
 * @param pluralName plural API name in lower camel case, e.g. {@code properties}; never equal to
 *     the singular root
 * @param nameField what the record's {@code name} is
 * @param key the integer that stands for the object in tables; fixed by a package, else assigned on
 *     first apply
 * @param keepsHistory whether changes of its records are written to the field history
 * @param isSearchable whether its records enter the search
 * @param isActivity whether its records appear in timelines
 * @param writers who may write its records
 * @param sharing which of its records those may see and write
 */
public record ObjectDefinition(
        UUID id,
        String name,
        String label,
        String pluralName,
        String pluralLabel,
        Optional<String> description,
        Optional<String> icon,
        NameField nameField,
        OptionalInt key,
        boolean keepsHistory,
        boolean isSearchable,
        boolean isActivity,
        Writers writers,
        Sharing sharing,
        Optional<String> packageName)
        implements Component {

    /** An object whose records all members see. */
    public ObjectDefinition(
            UUID id,
            String name,
            String label,
            String pluralName,
            String pluralLabel,
            Optional<String> description,
            Optional<String> icon,
            NameField nameField,
            OptionalInt key,
            boolean keepsHistory,
            boolean isSearchable,
            boolean isActivity,
            Writers writers,
            Optional<String> packageName) {
        this(
                id,
                name,
                label,
                pluralName,
                pluralLabel,
                description,
                icon,
                nameField,
                key,
                keepsHistory,
                isSearchable,
                isActivity,
                writers,
                Sharing.OPEN,
                packageName);
    }

    @Override
    public ComponentKind kind() {
        return ComponentKind.OBJECT;
    }

    /** The same object with its key. */
    public ObjectDefinition withKey(int newKey) {
        return copy(name, pluralName, OptionalInt.of(newKey));
    }

    /** The same object without a key, so that it is given one. */
    public ObjectDefinition withoutKey() {
        return copy(name, pluralName, OptionalInt.empty());
    }

    /** The same object under other names. */
    public ObjectDefinition named(String newName, String newPluralName) {
        return copy(newName, newPluralName, key);
    }

    private ObjectDefinition copy(String called, String plural, OptionalInt newKey) {
        return new ObjectDefinition(
                id,
                called,
                label,
                plural,
                pluralLabel,
                description,
                icon,
                nameField,
                newKey,
                keepsHistory,
                isSearchable,
                isActivity,
                writers,
                sharing,
                packageName);
    }

    /** Who may write records of an object. */
    public enum Writers {
        MEMBERS,
        ADMINISTRATORS
    }

    /** What the {@code name} of a record is: typed by people, or counted. */
    public sealed interface NameField {
        String label();

        /** A text that people type. */
        record Typed(String label) implements NameField {}

        /**
         * A number that the platform gives.
         *
         * @param format text with one run of zeros in braces, e.g. {@code INV-{0000}}
         */
        record Numbered(String label, String format) implements NameField {}
    }
}
