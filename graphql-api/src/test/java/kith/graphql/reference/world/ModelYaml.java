package kith.graphql.reference.world;

import java.util.stream.Collectors;

/** The model as the documents from which a catalog is built. */
public final class ModelYaml {

    private ModelYaml() {}

    public static String of(Model model) {
        StringBuilder yaml = new StringBuilder();
        for (ModelObject object : model.objects()) {
            if (!object.name().equals(ModelObject.USER)) {
                object(model, object, yaml);
            }
        }
        return yaml.toString();
    }

    private static void object(Model model, ModelObject object, StringBuilder yaml) {
        yaml.append("---\nkind: Object\nname: ").append(object.name());
        yaml.append("\nlabel: ").append(object.name());
        yaml.append("\npluralName: ").append(object.plural());
        yaml.append("\npluralLabel: ").append(object.plural()).append('\n');
        if (object.keepsHistory()) {
            yaml.append("history: true\n");
        }
        if (object.isNumbered()) {
            yaml.append("nameField: { label: Number, format: \"N-{000}\" }\n");
        }
        object.fields().stream()
                .filter(field -> !field.isSystem())
                .forEach(field -> {
                    field(object, field, yaml);
                    model.derived(object, field).ifPresent(derived -> yaml.append(derived.yaml()));
                });
    }

    private static void field(ModelObject object, ModelField field, StringBuilder yaml) {
        yaml.append("---\nkind: Field\nobject: ").append(object.name());
        yaml.append("\nname: ").append(field.name());
        yaml.append("\nlabel: ").append(field.name());
        yaml.append("\ntype: ").append(field.kind().document()).append('\n');
        switch (field.kind()) {
            case WHOLE, NUMBER ->
                    yaml.append(
                            "digits: %d\ndecimals: %d\n"
                                    .formatted(field.digits(), field.decimals()));
            case CURRENCY, PERCENT -> yaml.append("decimals: %d\n".formatted(field.decimals()));
            case PICKLIST, MULTI_PICKLIST ->
                    yaml.append(
                            field.values().stream()
                                    .map(value ->
                                            "{ value: %s, label: %s }".formatted(value, value))
                                    .collect(Collectors.joining(", ", "values: [", "]\n")));
            case AUTO_NUMBER -> yaml.append("format: \"A-{00}\"\n");
            case ANY_LOOKUP ->
                    yaml.append(
                            "targets: [%s]\ninverseName: %s\ninverseLabel: %s\n"
                                    .formatted(
                                            String.join(", ", field.targets()),
                                            field.inverse().orElseThrow(),
                                            field.inverse().orElseThrow()));
            case LOOKUP, MASTER_DETAIL, MANY_TO_MANY ->
                    yaml.append(
                            "target: %s\ninverseName: %s\ninverseLabel: %s\n"
                                    .formatted(
                                            field.targetName(),
                                            field.inverse().orElseThrow(),
                                            field.inverse().orElseThrow()));
            case ID, TEXT, LONG_TEXT, DATE, DATE_TIME, BOOLEAN, EMAIL, PHONE, URL -> {}
        }
        yaml.append(
                switch (field.trait()) {
                    case INDEXED -> "indexed: true\n";
                    case UNIQUE -> "unique: true\n";
                    case EXTERNAL_ID -> "externalId: true\n";
                    case READ_ONLY -> "readOnly: true\n";
                    case PLAIN, REQUIRED, SYSTEM, DERIVED -> "";
                });
    }
}
