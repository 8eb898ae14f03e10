package kith.metadata.codec;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.ComponentRef;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.name.Nearest;
import kith.metadata.name.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of rules. */
final class RuleCodec implements ComponentCodec<RuleDefinition> {

    private static final int DEFAULT_ORDER = 100;
    private static final List<String> MOMENTS = Stream.of(Moment.values()).map(Enum::name).toList();

    @Override
    public Optional<RuleDefinition> read(DocumentReader reader, DecodeContext context) {
        String object = reader.text("object");
        String name = reader.text("name");
        Optional<String> packageName = reader.optionalText("package");
        Set<Moment> moments = moments(reader);
        String label = reader.optionalText("label").orElseGet(() -> Words.label(name));
        Optional<String> description = reader.optionalText("description");
        int order = reader.integer("order").orElse(DEFAULT_ORDER);
        boolean isActive = reader.flag("active").orElse(true);
        RuleCall call =
                new RuleCall(
                        choice(reader, "per", RuleCall.Per.RECORD),
                        choice(reader, "runAs", RuleCall.Mode.USER),
                        reader.optionalText("when").filter(text -> !text.isBlank()),
                        RuleButtonCodec.read(reader, moments.contains(Moment.BUTTON)));
        String script = reader.text("script");
        Optional<UUID> id = reader.uuid("id");
        reader.finish("a rule", List.of());
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RuleDefinition(
                        id.orElseGet(() ->
                                context.ids().idOf(ComponentRef.rule(object, name), packageName)),
                        object,
                        name,
                        label,
                        description,
                        moments,
                        order,
                        isActive,
                        call,
                        script,
                        packageName));
    }

    @Override
    public void write(RuleDefinition rule, ObjectNode document) {
        document.put("id", rule.id().toString())
                .put("object", rule.object())
                .put("name", rule.name())
                .put("label", rule.label());
        rule.description().ifPresent(text -> document.put("description", text));
        ArrayNode moments = document.putArray("on");
        EnumSet.copyOf(rule.on()).forEach(moment -> moments.add(moment.name()));
        document.put("order", rule.order()).put("active", rule.isActive());
        RuleCall call = rule.call();
        if (call.per() != RuleCall.PLAIN.per()) {
            document.put("per", call.per().name());
        }
        if (call.mode() != RuleCall.PLAIN.mode()) {
            document.put("runAs", call.mode().name());
        }
        call.when().ifPresent(condition -> document.put("when", condition));
        call.button().ifPresent(button -> RuleButtonCodec.write(button, document));
        document.put("script", rule.script());
        rule.packageName().ifPresent(name -> document.put("package", name));
    }

    private static <E extends Enum<E>> E choice(
            DocumentReader reader, String property, E standard) {
        Class<E> type = standard.getDeclaringClass();
        List<String> names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        Optional<String> given = reader.optionalText(property);
        if (given.isPresent() && !names.contains(given.get())) {
            reader.problem(
                    DocumentProblem.WRONG_VALUE,
                    "`%s` is none of %s".formatted(given.get(), String.join(", ", names)),
                    Nearest.hint(given.get(), names),
                    property);
            return standard;
        }
        return given.map(name -> Enum.valueOf(type, name)).orElse(standard);
    }

    private static Set<Moment> moments(DocumentReader reader) {
        EnumSet<Moment> moments = EnumSet.noneOf(Moment.class);
        List<JsonNode> elements = reader.list("on");
        for (int index = 0; index < elements.size(); index++) {
            String given = elements.get(index).asString("");
            if (MOMENTS.contains(given)) {
                moments.add(Moment.valueOf(given));
            } else {
                reader.problem(
                        DocumentProblem.WRONG_VALUE,
                        "`" + given + "` is no moment of a write",
                        Nearest.hint(given, MOMENTS)
                                .or(() ->
                                        Optional.of(
                                                "The moments are "
                                                        + String.join(", ", MOMENTS)
                                                        + ".")),
                        "on",
                        index);
            }
        }
        if (elements.isEmpty()) {
            reader.missing("on");
        }
        return moments;
    }
}
