package kith.metadata;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import tools.jackson.databind.JsonNode;

/**
 * A field of an object.
 *
 * @param object name of the object it belongs to
 * @param isUnique no two live records of the object hold the same value
 * @param isExternalId the key of the record in another system: unique, indexed, usable for upserts
 *     and connects
 * @param isIndexed sits in an indexed slot, so that filters and sorts on it stay quick
 * @param isReadOnly refused in writes of people and partners; rules and packages set it
 * @param defaultValue the API value that a new record takes where none is given
 * @param storage where its values live; fixed by a package, else assigned on first apply
 */
public record FieldDefinition(
        UUID id,
        String object,
        String name,
        String label,
        FieldType type,
        boolean isRequired,
        boolean isUnique,
        boolean isExternalId,
        boolean isIndexed,
        boolean isReadOnly,
        boolean isDeprecated,
        Optional<String> helpText,
        Optional<JsonNode> defaultValue,
        Optional<Storage> storage,
        Optional<String> packageName)
        implements Component {

    @Override
    public ComponentKind kind() {
        return ComponentKind.FIELD;
    }
}
