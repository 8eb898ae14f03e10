package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;

/**
 * A field with its storage bound.
 *
 * @param isSystem part of every object (id, name, owner, version …), not made by a component
 */
public record Field(FieldDefinition definition, Storage storage, boolean isSystem) {

    public UUID id() {
        return definition.id();
    }

    /** Fields are keys of maps: that of the whole definition would be reckoned again each time. */
    @Override
    public int hashCode() {
        return definition.id().hashCode();
    }

    /** Name of the object it belongs to. */
    public String object() {
        return definition.object();
    }

    public String name() {
        return definition.name();
    }

    public String label() {
        return definition.label();
    }

    public FieldType type() {
        return definition.type();
    }

    /**
     * Name of the object that a reference points to; empty for plain values and for what may point
     * to several.
     */
    public Optional<String> target() {
        return type() instanceof FieldType.ReferringToOne referring
                ? Optional.of(referring.target())
                : Optional.empty();
    }

    /** Names of the objects that a reference may point to; none for plain values. */
    public List<String> targets() {
        return type() instanceof FieldType.Referring referring ? referring.targets() : List.of();
    }

    /** Whether it points to at most one record: a lookup or a master-detail. */
    public boolean isToOne() {
        return TypeTraits.isToOne(type());
    }

    /** Whether it points to a record of any of several objects. */
    public boolean isPolymorphic() {
        return type() instanceof FieldType.PolymorphicLookup;
    }

    /** A polymorphic lookup as the way to the records of one of its targets. */
    public Field narrowedTo(String target) {
        return new Field(
                definition.ofType(new FieldType.Lookup(target, Optional.empty())),
                storage,
                isSystem);
    }

    /** Whether it is one of the ways of a polymorphic lookup; see {@link #narrowedTo}. */
    public boolean isNarrowed() {
        return !isSystem
                && type() instanceof FieldType.Lookup(String _, var inverse)
                && inverse.isEmpty();
    }

    /** Whether its values are computed by a formula, whether or not they are stored. */
    public boolean isComputed() {
        return definition.formula().isPresent();
    }

    /** Whether it has a column, even if its values are computed as long as that is stale. */
    public boolean isStored() {
        return !(storage instanceof Storage.Computed) || definition.storage().isPresent();
    }

    /** Whether the platform sums its values up from other records. */
    public boolean isRollUp() {
        return definition.rollUp().isPresent();
    }

    /** Whether it points to many records through the link table. */
    public boolean isManyToMany() {
        return type() instanceof FieldType.ManyToMany;
    }
}
