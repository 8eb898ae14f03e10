package kith.metadata.catalog;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.field.FieldType;

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

    /** Name of the object that a reference points to; empty for plain values. */
    public Optional<String> target() {
        return type() instanceof FieldType.Referring referring
                ? Optional.of(referring.target())
                : Optional.empty();
    }

    /** Whether it points to exactly one record: a lookup or a master-detail. */
    public boolean isToOne() {
        return type() instanceof FieldType.Lookup || type() instanceof FieldType.MasterDetail;
    }

    /** Whether it points to many records through the link table. */
    public boolean isManyToMany() {
        return type() instanceof FieldType.ManyToMany;
    }
}
