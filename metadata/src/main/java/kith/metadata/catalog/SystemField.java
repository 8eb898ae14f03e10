package kith.metadata.catalog;

import java.util.Optional;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.PackageIds;
import kith.metadata.catalog.Storage.Slot;
import kith.metadata.field.FieldType;
import tools.jackson.databind.JsonNode;

/** A field of a system object in the making. */
record SystemField(
        String object,
        String name,
        String label,
        FieldType type,
        Storage storage,
        boolean isRequired,
        boolean isUnique,
        boolean isReadOnly,
        Optional<JsonNode> start) {

    static final int SHORT = 80;

    static SystemField of(
            String object, String name, String label, FieldType type, Storage storage) {
        return new SystemField(
                object, name, label, type, storage, false, false, false, Optional.empty());
    }

    static Slot text(int number) {
        return new Slot(SlotKind.TEXT, number);
    }

    static Slot flag(int number) {
        return new Slot(SlotKind.BOOLEAN, number);
    }

    SystemField required() {
        return new SystemField(
                object, name, label, type, storage, true, isUnique, isReadOnly, start);
    }

    SystemField unique() {
        return new SystemField(
                object, name, label, type, storage, isRequired, true, isReadOnly, start);
    }

    SystemField readOnly() {
        return new SystemField(
                object, name, label, type, storage, isRequired, isUnique, true, start);
    }

    SystemField startingWith(JsonNode value) {
        return new SystemField(
                object,
                name,
                label,
                type,
                storage,
                isRequired,
                isUnique,
                isReadOnly,
                Optional.of(value));
    }

    FieldDefinition made() {
        return new FieldDefinition(
                PackageIds.of(SystemObjects.PACKAGE, ComponentRef.field(object, name)),
                object,
                name,
                label,
                type,
                isRequired,
                isUnique,
                false,
                isUnique,
                isReadOnly,
                false,
                Optional.empty(),
                start,
                Optional.of(storage),
                Optional.of(SystemObjects.PACKAGE));
    }
}
