package kith.metadata.codec;

import java.util.Optional;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.TypeTraits;
import kith.metadata.name.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of fields. */
final class FieldCodec implements ComponentCodec<FieldDefinition> {

    private final FieldTypeCodec types = new FieldTypeCodec();

    @Override
    public Optional<FieldDefinition> read(DocumentReader reader, DecodeContext context) {
        String object = reader.text("object");
        String name = reader.text("name");
        Optional<String> packageName = reader.optionalText("package");
        Optional<FieldType> type = types.read(reader, object, context);
        Flags flags = Flags.read(reader);
        Optional<FieldDefinition> field =
                type.map(known ->
                        new FieldDefinition(
                                reader.uuid("id")
                                        .orElseGet(() ->
                                                context.ids()
                                                        .idOf(
                                                                ComponentRef.field(object, name),
                                                                packageName)),
                                object,
                                name,
                                reader.optionalText("label").orElseGet(() -> Words.label(name)),
                                known,
                                flags.isRequired(),
                                flags.isUnique(),
                                flags.isExternalId(),
                                flags.isIndexed(),
                                flags.isReadOnly(),
                                flags.isDeprecated(),
                                reader.optionalText("help"),
                                reader.value("default").map(FieldCodec::canonical),
                                storage(reader),
                                packageName,
                                reader.optionalText("formula"),
                                RollUpCodec.read(reader),
                                reader.optionalText("visibleWhen")));
        field.ifPresent(known -> {
            refuseContradictions(reader, known);
            reader.finish("a field of type " + known.type().documentName(), FieldTypeCodec.OPTIONS);
        });
        return field;
    }

    @Override
    public void write(FieldDefinition field, ObjectNode document) {
        document.put("id", field.id().toString())
                .put("object", field.object())
                .put("name", field.name())
                .put("label", field.label());
        types.write(field.type(), document);
        putIfTrue(document, "required", field.isRequired());
        putIfTrue(document, "unique", field.isUnique());
        putIfTrue(document, "externalId", field.isExternalId());
        putIfTrue(document, "indexed", field.isIndexed());
        putIfTrue(document, "readOnly", field.isReadOnly());
        putIfTrue(document, "deprecated", field.isDeprecated());
        field.helpText().ifPresent(text -> document.put("help", text));
        field.defaultValue().ifPresent(value -> document.set("default", value));
        field.formula().ifPresent(text -> document.put("formula", text));
        field.rollUp().ifPresent(rollUp -> RollUpCodec.write(rollUp, document));
        field.visibleWhen().ifPresent(text -> document.put("visibleWhen", text));
        field.storage().ifPresent(storage -> document.put("storage", storage.toString()));
        field.packageName().ifPresent(name -> document.put("package", name));
    }

    private record Flags(
            boolean isRequired,
            boolean isUnique,
            boolean isExternalId,
            boolean isIndexed,
            boolean isReadOnly,
            boolean isDeprecated) {

        static Flags read(DocumentReader reader) {
            return new Flags(
                    reader.flag("required").orElse(false),
                    reader.flag("unique").orElse(false),
                    reader.flag("externalId").orElse(false),
                    reader.flag("indexed").orElse(false),
                    reader.flag("readOnly").orElse(false),
                    reader.flag("deprecated").orElse(false));
        }
    }

    /** What a property implies may be left out, or said, but not denied. */
    private static void refuseContradictions(DocumentReader reader, FieldDefinition field) {
        boolean isMasterDetail = field.type() instanceof FieldType.MasterDetail;
        refuseDenied(reader, "required", isMasterDetail, "a master-detail is always required");
        refuseDenied(reader, "unique", field.isExternalId(), "an external id is always unique");
        refuseDenied(reader, "indexed", field.isExternalId(), "an external id is always indexed");
        refuseDenied(
                reader,
                "indexed",
                TypeTraits.isToOne(field.type()) && !field.isExternalId(),
                "a reference is always indexed");
        refuseDenied(
                reader,
                "readOnly",
                field.type() instanceof FieldType.AutoNumber,
                "a counted number is always read-only");
        refuseDenied(
                reader,
                "readOnly",
                field.isDerived(),
                "what the platform computes is always read-only");
    }

    private static void refuseDenied(
            DocumentReader reader, String property, boolean isImplied, String reason) {
        if (isImplied && reader.flag(property).equals(Optional.of(false))) {
            reader.problem(
                    DocumentProblem.CONTRADICTION,
                    "`" + property + "` cannot be false: " + reason,
                    Optional.of("Leave `" + property + "` out."),
                    property);
        }
    }

    private static Optional<Storage> storage(DocumentReader reader) {
        Optional<String> text = reader.optionalText("storage");
        Optional<Storage> storage = text.flatMap(Storage::parse);
        if (text.isPresent() && storage.isEmpty()) {
            reader.problem(
                    DocumentProblem.WRONG_VALUE,
                    "`" + text.get() + "` is no storage",
                    Optional.of("Write e.g. text_3, more_12 or links, or leave `storage` out."),
                    "storage");
        }
        return storage;
    }

    /** Numbers in one form, so that equal defaults are equal wherever their document came from. */
    private static JsonNode canonical(JsonNode value) {
        if (!value.isNumber()) {
            return value;
        }
        var plain = value.decimalValue().stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static void putIfTrue(ObjectNode document, String property, boolean value) {
        if (value) {
            document.put(property, true);
        }
    }
}
