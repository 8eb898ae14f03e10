package kith.graphql.reference.world;

import java.util.List;
import java.util.Optional;

/**
 * A field of the model.
 *
 * @param digits of numbers, in all
 * @param decimals of numbers, behind the point
 * @param target of references, the object's name
 * @param inverse of references, what the target calls the list; system fields have none
 * @param values of picklists; of lookups to several objects the names of these
 */
public record ModelField(
        String name,
        Kind kind,
        int digits,
        int decimals,
        Optional<String> target,
        Optional<String> inverse,
        List<String> values,
        Trait trait) {

    /** What the field asks of its values. */
    public enum Trait {
        PLAIN,
        INDEXED,
        UNIQUE,
        EXTERNAL_ID,
        REQUIRED,
        READ_ONLY,
        /** Computed by the platform. */
        DERIVED,
        /** Kept by the platform for every object. */
        SYSTEM
    }

    public ModelField {
        values = List.copyOf(values);
    }

    public static ModelField of(String name, Kind kind, Trait trait) {
        return new ModelField(
                name, kind, 0, 0, Optional.empty(), Optional.empty(), List.of(), trait);
    }

    public static ModelField number(String name, Kind kind, int digits, int decimals, Trait trait) {
        return new ModelField(
                name, kind, digits, decimals, Optional.empty(), Optional.empty(), List.of(), trait);
    }

    public static ModelField choice(String name, Kind kind, List<String> values) {
        return new ModelField(
                name, kind, 0, 0, Optional.empty(), Optional.empty(), values, Trait.PLAIN);
    }

    /** A lookup to records of several objects. */
    public static ModelField any(String name, List<String> targets, String inverse) {
        return new ModelField(
                name,
                Kind.ANY_LOOKUP,
                0,
                0,
                Optional.empty(),
                Optional.of(inverse),
                targets,
                Trait.PLAIN);
    }

    public static ModelField reference(String name, Kind kind, String target, String inverse) {
        return new ModelField(
                name,
                kind,
                0,
                0,
                Optional.of(target),
                Optional.of(inverse),
                List.of(),
                kind == Kind.MASTER_DETAIL ? Trait.REQUIRED : Trait.PLAIN);
    }

    /** The same field under another name. */
    public ModelField named(String newName) {
        return new ModelField(newName, kind, digits, decimals, target, inverse, values, trait);
    }

    public Form form() {
        return kind.form();
    }

    public boolean isToOne() {
        return kind.isToOne();
    }

    public boolean isAny() {
        return kind == Kind.ANY_LOOKUP;
    }

    /** Whether it points to a record, of whatever object. */
    public boolean isPointer() {
        return isToOne() || isAny();
    }

    /** The names of the objects to whose records it may point. */
    public List<String> targets() {
        return isAny() ? values : target.stream().toList();
    }

    public boolean isUnique() {
        return trait == Trait.UNIQUE || trait == Trait.EXTERNAL_ID;
    }

    public boolean isSystem() {
        return trait == Trait.SYSTEM;
    }

    /** Whether callers give its values. */
    public boolean isWritable() {
        return (trait != Trait.SYSTEM || name.equals("owner") || name.equals("name"))
                && trait != Trait.READ_ONLY
                && trait != Trait.DERIVED
                && kind != Kind.AUTO_NUMBER;
    }

    public String targetName() {
        return target.orElseThrow();
    }
}
