package kith.graphql.reference.generate;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelObject;

/** Makes orders of lists. */
record OrderGenerator(Model model, Dice dice) {

    static final List<String> DIRECTIONS =
            List.of(
                    "ASC",
                    "DESC",
                    "ASC_NULLS_FIRST",
                    "ASC_NULLS_LAST",
                    "DESC_NULLS_FIRST",
                    "DESC_NULLS_LAST");

    Given order(ModelObject object) {
        return new Given.Items(
                IntStream.range(0, dice.between(0, 3)).mapToObj(_ -> term(object, 2)).toList());
    }

    private Given term(ModelObject object, int depth) {
        List<ModelField> fields =
                object.fields().stream()
                        .filter(field ->
                                field.kind() != Kind.MANY_TO_MANY
                                        && field.kind() != Kind.LONG_TEXT
                                        && field.kind() != Kind.MULTI_PICKLIST)
                        .filter(field -> depth > 0 || !field.isPointer())
                        .toList();
        ModelField field = dice.pick(fields);
        return new Given.Members(
                Map.of(
                        field.name(),
                        field.isPointer()
                                ? behind(field, depth - 1)
                                : new Given.Word(dice.pick(DIRECTIONS))));
    }

    private Given behind(ModelField field, int depth) {
        String target = dice.pick(field.targets());
        Given term = term(model.object(target), depth);
        return field.isAny() ? new Given.Members(Map.of(target, term)) : term;
    }
}
