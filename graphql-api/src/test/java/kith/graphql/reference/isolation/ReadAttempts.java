package kith.graphql.reference.isolation;

import java.util.ArrayList;
import java.util.List;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelList;
import kith.graphql.reference.world.ModelObject;

/** Makes queries of one tenant that name what another one has, in every place that takes it. */
final class ReadAttempts {

    private static final String VARIABLES = "{\"x\":\"" + Attempt.PLACE + "\"}";

    private final ForeignValues values;
    private final List<Attempt> attempts = new ArrayList<>();

    ReadAttempts(ForeignValues values) {
        this.values = values;
    }

    List<Attempt> all() {
        Model model = values.own().model();
        for (ModelObject object : model.objects()) {
            byId(object);
            model.lists(object).forEach(list -> list(object, list));
            object.fields().stream()
                    .filter(ModelField::isToOne)
                    .forEach(field -> reference(object, field));
            ForeignValues.unique(object).ifPresent(key -> byCode(object, key));
        }
        return attempts;
    }

    private void byId(ModelObject object) {
        String head = "query ($x: ID!) { ";
        String plural = object.plural();
        for (String query :
                List.of(
                        object.single() + "(id: $x) { id name version ownerId }",
                        "node(id: $x) { id __typename ... on %s { name version } }"
                                .formatted(object.name()),
                        plural
                                + "(filter: { id: { eq: $x } }) { totalCount nodes { id name history { nodes { version } } } }",
                        plural + "(deleted: true, filter: { id: { in: [$x] } }) { nodes { id } }",
                        plural
                                + "(filter: { not: { id: { ne: $x } } }) { cappedCount nodes { id } }",
                        plural
                                + "(filter: { ownerId: { eq: $x } }) { totalCount nodes { owner { id name } } }",
                        plural + "(filter: { createdBy: { id: { in: [$x] } } }) { totalCount }",
                        plural
                                + "Aggregate(filter: { id: { eq: $x } }) { groups { count min { name } } }",
                        plural
                                + "Aggregate(filter: { or: [{ id: { eq: $x } }, { updatedById: { eq: $x } }] }, groupBy: [{ path: [\"owner\", \"name\"] }]) { groups { keys count } }")) {
            values.each(object, (foreign, unknown) -> add(head + query + " }", foreign, unknown));
        }
    }

    private void reference(ModelObject object, ModelField field) {
        ModelObject target = values.own().model().object(field.targetName());
        String name = field.name();
        values.each(
                target,
                (foreign, unknown) ->
                        add(
                                "query ($x: ID!) { %s(filter: { %s: { id: { eq: $x } } }) { totalCount nodes { id %s { id name } } } }"
                                        .formatted(object.plural(), name, name),
                                foreign,
                                unknown));
    }

    private void list(ModelObject object, ModelList list) {
        ModelObject target = values.own().model().object(list.target());
        values.each(
                target,
                (foreign, unknown) -> {
                    for (String quantifier : List.of("some", "every", "none")) {
                        add(
                                "query ($x: ID!) { %s(filter: { %s: { %s: { id: { eq: $x } } } }) { totalCount } }"
                                        .formatted(object.plural(), list.name(), quantifier),
                                foreign,
                                unknown);
                    }
                });
    }

    private void byCode(ModelObject object, ModelField key) {
        for (String value : values.of(object, key)) {
            add(
                    "query ($x: String!) { %s(filter: { %s: { eq: $x } }) { totalCount nodes { id } } }"
                            .formatted(object.plural(), key.name()),
                    value,
                    values.unknownText(key));
        }
    }

    private void add(String text, String foreign, String unknown) {
        attempts.add(new Attempt(text, VARIABLES, foreign, unknown));
    }
}
