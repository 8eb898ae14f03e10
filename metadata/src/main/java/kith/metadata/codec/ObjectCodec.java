package kith.metadata.codec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.metadata.ComponentRef;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.Sharing;
import kith.metadata.Sharing.Everyone;
import kith.metadata.name.Plurals;
import kith.metadata.name.Words;
import tools.jackson.databind.node.ObjectNode;

/** Documents of objects. */
final class ObjectCodec implements ComponentCodec<ObjectDefinition> {

    private static final String DEFAULT_NAME_LABEL = "Name";
    private static final List<String> NAME_FIELD_PROPERTIES = List.of("label", "format");

    @Override
    public Optional<ObjectDefinition> read(DocumentReader reader, DecodeContext context) {
        String name = reader.text("name");
        Optional<String> packageName = reader.optionalText("package");
        String label = reader.optionalText("label").orElseGet(() -> Words.label(name));
        ObjectDefinition definition =
                new ObjectDefinition(
                        reader.uuid("id")
                                .orElseGet(() ->
                                        context.ids().idOf(ComponentRef.object(name), packageName)),
                        name,
                        label,
                        reader.optionalText("pluralName").orElseGet(() -> Plurals.rootOf(name)),
                        reader.optionalText("pluralLabel").orElseGet(() -> Plurals.of(label)),
                        reader.optionalText("description"),
                        reader.optionalText("icon"),
                        reader.inner("nameField")
                                .map(ObjectCodec::nameField)
                                .orElseGet(() -> new NameField.Typed(DEFAULT_NAME_LABEL)),
                        reader.integer("key"),
                        reader.flag("history").orElse(true),
                        reader.flag("search").orElse(true),
                        reader.flag("activity").orElse(false),
                        writers(reader),
                        sharing(reader),
                        packageName);
        reader.finish("an object", List.of());
        return Optional.of(definition);
    }

    @Override
    public void write(ObjectDefinition object, ObjectNode document) {
        document.put("id", object.id().toString())
                .put("name", object.name())
                .put("label", object.label())
                .put("pluralName", object.pluralName())
                .put("pluralLabel", object.pluralLabel());
        object.description().ifPresent(text -> document.put("description", text));
        object.icon().ifPresent(icon -> document.put("icon", icon));
        object.key().ifPresent(key -> document.put("key", key));
        ObjectNode nameField = document.putObject("nameField");
        nameField.put("label", object.nameField().label());
        if (object.nameField() instanceof NameField.Numbered numbered) {
            nameField.put("format", numbered.format());
        }
        document.put("history", object.keepsHistory())
                .put("search", object.isSearchable())
                .put("activity", object.isActivity())
                .put("writers", object.writers().name().toLowerCase(Locale.ROOT));
        if (!object.sharing().equals(Sharing.OPEN)) {
            document.put("sharing", object.sharing().everyone().word())
                    .put("sharedUpwards", object.sharing().isUpwards());
        }
        object.packageName().ifPresent(name -> document.put("package", name));
    }

    private static NameField nameField(DocumentReader reader) {
        String label = reader.optionalText("label").orElse(DEFAULT_NAME_LABEL);
        Optional<String> format = reader.optionalText("format");
        reader.finish("a name field", NAME_FIELD_PROPERTIES);
        return format.<NameField>map(text -> new NameField.Numbered(label, text))
                .orElseGet(() -> new NameField.Typed(label));
    }

    private static Writers writers(DocumentReader reader) {
        Optional<String> text = reader.optionalText("writers");
        for (Writers writers : Writers.values()) {
            if (text.isEmpty() || writers.name().equalsIgnoreCase(text.get())) {
                return writers;
            }
        }
        reader.problem(
                DocumentProblem.WRONG_VALUE,
                "`writers` must be members or administrators, not `" + text.orElse("") + "`",
                "writers");
        return Writers.MEMBERS;
    }

    private static Sharing sharing(DocumentReader reader) {
        boolean isUpwards = reader.flag("sharedUpwards").orElse(true);
        Optional<String> text = reader.optionalText("sharing");
        if (text.isEmpty()) {
            return new Sharing(Everyone.READ_WRITE, isUpwards);
        }
        for (Everyone everyone : Everyone.values()) {
            if (everyone.word().equals(text.get())) {
                return new Sharing(everyone, isUpwards);
            }
        }
        reader.problem(
                DocumentProblem.WRONG_VALUE,
                "`sharing` must be private, read or readWrite, not `" + text.get() + "`",
                "sharing");
        return Sharing.OPEN;
    }
}
