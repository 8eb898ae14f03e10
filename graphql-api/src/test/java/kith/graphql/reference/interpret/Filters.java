package kith.graphql.reference.interpret;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Output;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;
import tools.jackson.databind.JsonNode;

/**
 * Whether records match filters. A condition holds or it does not; {@code not} holds where its
 * condition does not.
 */
record Filters(World world, Settings settings, Conditions conditions) {

    static Filters of(World world, Settings settings) {
        return new Filters(world, settings, new Conditions(settings));
    }

    boolean matches(Row row, JsonNode filter) {
        return filter.properties().stream().allMatch(member -> holds(row, member));
    }

    private boolean holds(Row row, Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        return switch (member.getKey()) {
            case "and" -> items(value).allMatch(filter -> matches(row, filter));
            case "or" -> items(value).anyMatch(filter -> matches(row, filter));
            case "not" -> !matches(row, value);
            case "me" -> isMe(row) == value.booleanValue();
            default -> isMatch(row, world.model().output(row.object(), member.getKey()), value);
        };
    }

    private boolean isMatch(Row row, Output output, JsonNode value) {
        return switch (output) {
            case Output.Plain(ModelField field) -> conditions.hold(field, row, value);
            case Output.ReferenceId(ModelField field) -> conditions.hold(field, row, value);
            case Output.Reference(ModelField field) ->
                    world.behind(row, field).filter(target -> matches(target, value)).isPresent();
            case Output.CurrencyOf(ModelField field) ->
                    conditions.hold(
                            ModelField.of(
                                    "currency",
                                    kith.graphql.reference.world.Kind.TEXT,
                                    ModelField.Trait.SYSTEM),
                            row.value(field).map(amount -> settings.currency()),
                            value);
            case Output.Related(var list) ->
                    value.properties().stream()
                            .allMatch(quantifier -> {
                                Stream<Row> rows = world.related(row, list).stream();
                                JsonNode filter = quantifier.getValue();
                                return switch (quantifier.getKey()) {
                                    case "some" -> rows.anyMatch(one -> matches(one, filter));
                                    case "every" -> rows.allMatch(one -> matches(one, filter));
                                    case "none" -> rows.noneMatch(one -> matches(one, filter));
                                    default ->
                                            throw new IllegalArgumentException(quantifier.getKey());
                                };
                            });
        };
    }

    private boolean isMe(Row row) {
        Optional<UUID> me = settings.me();
        return row.object().name().equals(ModelObject.USER) && me.equals(Optional.of(row.id()));
    }

    /** One value stands for a list of one. */
    static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? list.valueStream() : Stream.of(list);
    }
}
