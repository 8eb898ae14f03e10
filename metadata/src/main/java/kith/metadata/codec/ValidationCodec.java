package kith.metadata.codec;

import java.util.List;
import java.util.Optional;
import kith.metadata.ComponentRef;
import kith.metadata.ValidationDefinition;
import kith.metadata.name.Words;
import tools.jackson.databind.node.ObjectNode;

/** Documents of validations. */
final class ValidationCodec implements ComponentCodec<ValidationDefinition> {

    @Override
    public Optional<ValidationDefinition> read(DocumentReader reader, DecodeContext context) {
        String object = reader.text("object");
        String name = reader.text("name");
        Optional<String> packageName = reader.optionalText("package");
        ValidationDefinition validation =
                new ValidationDefinition(
                        reader.uuid("id")
                                .orElseGet(() ->
                                        context.ids()
                                                .idOf(
                                                        ComponentRef.validation(object, name),
                                                        packageName)),
                        object,
                        name,
                        reader.optionalText("label").orElseGet(() -> Words.label(name)),
                        reader.optionalText("description"),
                        reader.flag("active").orElse(true),
                        reader.text("refuseWhen"),
                        reader.text("message"),
                        reader.optionalText("field"),
                        packageName);
        reader.finish("a validation", List.of());
        return Optional.of(validation);
    }

    @Override
    public void write(ValidationDefinition validation, ObjectNode document) {
        document.put("id", validation.id().toString())
                .put("object", validation.object())
                .put("name", validation.name())
                .put("label", validation.label());
        validation.description().ifPresent(text -> document.put("description", text));
        document.put("active", validation.isActive())
                .put("refuseWhen", validation.refuseWhen())
                .put("message", validation.message());
        validation.field().ifPresent(name -> document.put("field", name));
        validation.packageName().ifPresent(name -> document.put("package", name));
    }
}
