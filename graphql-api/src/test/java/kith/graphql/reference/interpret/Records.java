package kith.graphql.reference.interpret;

import graphql.language.SelectionSet;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.interpret.Selections.Chosen;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.Output;
import kith.graphql.reference.world.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records as selected. */
record Records(Lists lists) {

    ObjectNode record(Row row, List<SelectionSet> inside) {
        ObjectNode answer = Values.JSON.objectNode();
        String type = row.object().name();
        for (Chosen field : lists.selections().fields(type, inside)) {
            answer.set(field.key(), value(row, field));
        }
        return answer;
    }

    private JsonNode value(Row row, Chosen field) {
        if (field.name().equals("__typename")) {
            return Values.JSON.stringNode(row.object().name());
        }
        return switch (lists.world().model().output(row.object(), field.name())) {
            case Output.Plain(ModelField plain) -> Values.shown(plain, row.value(plain));
            case Output.AnyReference(ModelField reference) -> behind(row, reference, field);
            case Output.TypeOf(ModelField reference) ->
                    lists.world()
                            .typeBehind(row, reference)
                            .<JsonNode>map(name -> Values.JSON.stringNode(name.toString()))
                            .orElse(Values.JSON.nullNode());
            case Output.ReferenceId(ModelField reference) ->
                    Values.shown(reference, row.value(reference));
            case Output.Reference(ModelField reference) -> behind(row, reference, field);
            case Output.CurrencyOf(ModelField amount) -> {
                Optional<Object> value = row.value(amount);
                yield value.isPresent()
                        ? Values.JSON.stringNode(lists.settings().currency())
                        : Values.JSON.nullNode();
            }
            case Output.Related(ModelList list) ->
                    lists.connection(
                            lists.world().model().object(list.target()),
                            lists.world().related(row, list),
                            field);
        };
    }

    private JsonNode behind(Row row, ModelField reference, Chosen field) {
        return lists.world()
                .behind(row, reference)
                .<JsonNode>map(target -> record(target, field.inside()))
                .orElse(Values.JSON.nullNode());
    }
}
