package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.TargetObjects;
import kith.metadata.field.FieldType;
import kith.metadata.field.Inverse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** Puts an object of the sample together, field by field. */
final class SampleObject {
    private final ObjectDefinition definition;
    private final int key;
    private final List<Rule> rules;
    private final List<Field> fields = new ArrayList<>();

    SampleObject(ObjectDefinition definition, int key, List<Rule> rules) {
        this.definition = definition;
        this.key = key;
        this.rules = rules;
        FieldType user = new FieldType.Lookup("User", Optional.empty());
        FieldType moment = new FieldType.DateTime();
        system("id", "id", new FieldType.Id());
        system("name", "name", new FieldType.Text(255));
        system("version", "version", new FieldType.Numeric(9, 0));
        system("owner", "owner", user);
        system("createdAt", "created_at", moment);
        system("createdBy", "created_by", user);
        system("updatedAt", "updated_at", moment);
        system("updatedBy", "updated_by", user);
        system("deletedAt", "deleted_at", moment);
    }

    private void system(String name, String column, FieldType type) {
        boolean isRequired =
                name.equals("name") && definition.nameField() instanceof NameField.Typed;
        add(
                SampleCatalog.id("*." + name),
                name,
                type,
                new Storage.Column(column),
                isRequired ? SampleCatalog.REQUIRED : 0,
                true);
    }

    SampleObject with(String name, FieldType type, Storage storage) {
        return with(name, type, storage, 0);
    }

    SampleObject with(String name, FieldType type, Storage storage, int traits) {
        add(SampleCatalog.id(definition.name() + "." + name), name, type, storage, traits, false);
        return this;
    }

    /** A lookup that can point to records of these objects, given by their keys. */
    SampleObject withAny(String name, SortedMap<Integer, String> targets, int slot) {
        with(
                name,
                new FieldType.PolymorphicLookup(
                        List.copyOf(targets.values()), new Inverse("talks", "Talks")),
                new Storage.Slot(SlotKind.REFERENCE, slot));
        fields.add(TargetObjects.beside(fields.getLast(), targets));
        return this;
    }

    private void add(
            UUID id, String name, FieldType type, Storage storage, int traits, boolean isSystem) {
        Optional<JsonNode> start =
                switch (traits) {
                    case SampleCatalog.ACTIVE_BY_DEFAULT -> Optional.of(BooleanNode.TRUE);
                    case SampleCatalog.COLD_BY_DEFAULT -> Optional.of(StringNode.valueOf("cold"));
                    default -> Optional.empty();
                };
        fields.add(
                new Field(
                        new FieldDefinition(
                                id,
                                definition.name(),
                                name,
                                name,
                                type,
                                (traits & SampleCatalog.REQUIRED) != 0,
                                (traits & SampleCatalog.UNIQUE) != 0,
                                false,
                                false,
                                (traits & SampleCatalog.READ_ONLY) != 0,
                                false,
                                Optional.empty(),
                                start,
                                Optional.of(storage),
                                Optional.empty()),
                        storage,
                        isSystem));
    }

    ObjectType made() {
        return new ObjectType(definition, key, fields, List.of(), rules);
    }
}
