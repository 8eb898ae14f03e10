package kith.metadata.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns documents into components and components into documents, each kind by its codec. */
public final class ComponentDocuments {

    private static final List<String> KINDS =
            Arrays.stream(ComponentKind.values()).map(ComponentKind::documentName).toList();

    private final ObjectCodec objects = new ObjectCodec();
    private final FieldCodec fields = new FieldCodec();
    private final RuleCodec rules = new RuleCodec();
    private final ValidationCodec validations = new ValidationCodec();
    private final PermissionSetCodec permissionSets = new PermissionSetCodec();

    /**
     * Reads a document.
     *
     * @param path where the document stands; problems append the property
     */
    public Decoded decode(JsonNode document, List<Object> path, DecodeContext context) {
        List<Problem> problems = new ArrayList<>();
        if (!document.isObject()) {
            problems.add(
                    Problem.of(DocumentProblem.WRONG_VALUE, "A component must be an object")
                            .at(path));
            return new Decoded.Faulty(problems);
        }
        DocumentReader reader = new DocumentReader(document, path, problems);
        Unstorable.in(document)
                .ifPresent(place ->
                        reader.problem(
                                DocumentProblem.WRONG_VALUE,
                                "A text has a character that cannot be kept",
                                place.toArray()));
        Optional<? extends Component> component =
                kind(reader).flatMap(kind -> codec(kind).read(reader, context));
        return problems.isEmpty()
                ? new Decoded.Sound(component.orElseThrow())
                : new Decoded.Faulty(problems);
    }

    /** The document of a component, its properties in a fixed order. */
    public ObjectNode encode(Component component) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("kind", component.kind().documentName());
        switch (component) {
            case ObjectDefinition object -> objects.write(object, document);
            case FieldDefinition field -> fields.write(field, document);
            case RuleDefinition rule -> rules.write(rule, document);
            case ValidationDefinition validation -> validations.write(validation, document);
            case PermissionSetDefinition set -> permissionSets.write(set, document);
        }
        return document;
    }

    private ComponentCodec<? extends Component> codec(ComponentKind kind) {
        return switch (kind) {
            case OBJECT -> objects;
            case FIELD -> fields;
            case RULE -> rules;
            case VALIDATION -> validations;
            case PERMISSION_SET -> permissionSets;
        };
    }

    private static Optional<ComponentKind> kind(DocumentReader reader) {
        String name = reader.optionalText("kind").orElse("");
        Optional<ComponentKind> kind = ComponentKind.named(name);
        if (kind.isEmpty()) {
            reader.problem(
                    DocumentProblem.UNKNOWN_KIND,
                    name.isEmpty() ? "`kind` is missing" : "`" + name + "` is no kind of component",
                    Nearest.hint(name, KINDS)
                            .or(() ->
                                    Optional.of("The kinds are " + String.join(", ", KINDS) + ".")),
                    "kind");
        }
        return kind;
    }
}
