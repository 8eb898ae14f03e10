package kith.metadata;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;
import tools.jackson.databind.JsonNode;

/**
 * A field of an object.
 *
 * @param object name of the object it belongs to
 * @param isUnique no two live records of the object hold the same value
 * @param isExternalId the key of the record in another system: unique, indexed, usable for upserts
 *     and connects
 * @param isIndexed sits in an indexed slot, so that filters and sorts on it stay quick; references
 *     do as long as there are such slots
 * @param isReadOnly refused in writes of people and partners; rules and packages set it; counted
 *     numbers always are
 * @param defaultValue the API value that a new record takes where none is given, or {@code
 *     {expression: …}}, which computes it
 * @param storage where its values live; fixed by a package, else assigned on first apply
 * @param formula the expression that computes its values; such a field stores nothing
 * @param rollUp how the platform computes its values from records that refer to this one
 * @param visibleWhen the condition under which forms and pages show it; it protects nothing
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
        Optional<String> packageName,
        Optional<String> formula,
        Optional<RollUpDefinition> rollUp,
        Optional<String> visibleWhen)
        implements Component {

    /** What one property implies of another holds here, whatever the document said. */
    public FieldDefinition {
        isRequired = isRequired || type instanceof FieldType.MasterDetail;
        isUnique = isUnique || isExternalId;
        isIndexed = isIndexed || isExternalId || TypeTraits.isToOne(type);
        isReadOnly =
                isReadOnly
                        || type instanceof FieldType.AutoNumber
                        || formula.isPresent()
                        || rollUp.isPresent();
    }

    /** A field that stores the values it is given. */
    public FieldDefinition(
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
            Optional<String> packageName) {
        this(
                id,
                object,
                name,
                label,
                type,
                isRequired,
                isUnique,
                isExternalId,
                isIndexed,
                isReadOnly,
                isDeprecated,
                helpText,
                defaultValue,
                storage,
                packageName,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public ComponentKind kind() {
        return ComponentKind.FIELD;
    }

    /** Whether the platform computes its values, so that nobody writes them. */
    public boolean isDerived() {
        return formula.isPresent() || rollUp.isPresent();
    }

    /** The expression that computes the default; empty where it is a value, or there is none. */
    public Optional<String> defaultExpression() {
        return defaultValue
                .filter(JsonNode::isObject)
                .map(value -> value.path("expression").asString(""));
    }

    /** The same field with its home. */
    public FieldDefinition withStorage(Storage home) {
        return copy(object, name, type, Optional.of(home), rollUp);
    }

    /** The same field without a home, so that it is given one. */
    public FieldDefinition withoutStorage() {
        return copy(object, name, type, Optional.empty(), rollUp);
    }

    /** The same field of an object that is called differently now. */
    public FieldDefinition ofObject(String objectName) {
        return copy(objectName, name, type, storage, rollUp);
    }

    /** The same field under another name. */
    public FieldDefinition named(String newName) {
        return copy(object, newName, type, storage, rollUp);
    }

    /** The same field with other options of its type. */
    public FieldDefinition ofType(FieldType newType) {
        return copy(object, name, newType, storage, rollUp);
    }

    /** The same field after an object that it names was given another name. */
    public FieldDefinition following(String from, String to) {
        FieldType pointing =
                type instanceof FieldType.Referring referring
                        ? referring.following(from, to)
                        : type;
        return copy(
                object.equals(from) ? to : object,
                name,
                pointing,
                storage,
                rollUp.map(one -> one.following(from, to)));
    }

    private FieldDefinition copy(
            String ofObject,
            String called,
            FieldType ofType,
            Optional<Storage> home,
            Optional<RollUpDefinition> summedUp) {
        return new FieldDefinition(
                id,
                ofObject,
                called,
                label,
                ofType,
                isRequired,
                isUnique,
                isExternalId,
                isIndexed,
                isReadOnly,
                isDeprecated,
                helpText,
                defaultValue,
                home,
                packageName,
                formula,
                summedUp,
                visibleWhen);
    }
}
