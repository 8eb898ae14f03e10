package kith.graphql.reference.interpret;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kith.graphql.reference.world.Kind;
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

    /** Stands for what is no field of its own: a currency, the name of an object. */
    private static final ModelField WORD =
            ModelField.of("word", Kind.TEXT, ModelField.Trait.SYSTEM);

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
            case Output.AnyReference(ModelField field) ->
                    value.properties().stream().allMatch(part -> pointsTo(row, field, part));
            case Output.TypeOf(ModelField field) ->
                    conditions.hold(WORD, world.typeBehind(row, field), value);
            case Output.CurrencyOf(ModelField field) ->
                    conditions.hold(
                            WORD, row.value(field).map(amount -> settings.currency()), value);
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

    /** A part of what is asked of a lookup to several objects. */
    private boolean pointsTo(Row row, ModelField field, Map.Entry<String, JsonNode> part) {
        JsonNode value = part.getValue();
        return switch (part.getKey()) {
            case "id" -> conditions.hold(field, row, value);
            case "type" -> conditions.hold(WORD, world.typeBehind(row, field), value);
            case "isNull" -> row.value(field).isEmpty() == value.booleanValue();
            default ->
                    world.behind(row, field)
                            .filter(target -> target.object().name().equals(part.getKey()))
                            .filter(target -> matches(target, value))
                            .isPresent();
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
