package kith.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.change.ChangeProblem;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.DataCondition;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks the records whether a change of their fields may apply: one statement for all conditions.
 */
final class DataChecks {

    private static final String MISSING =
            """
            (select count(*) from record r where {} and {} is null)
            """;

    private static final String DOUBLE =
            """
            (select coalesce(sum(d.count), 0) from (
                select count(*) as count from record r where {} and {} is not null
                group by {} having count(*) > 1) d)
            """;

    private static final String LONGER =
            """
            (select count(*) from record r where {} and char_length({}) > {})
            """;

    private static final String HOLDS_ONE =
            """
            (select count(*) from record r where {} and {} = any({}))
            """;

    private static final String HOLDS_ANY =
            """
            (select count(*) from record r where {} and jsonb_exists_any({}, {}))
            """;

    private final int tenant;
    private final Catalog catalog;

    DataChecks(int tenant, Catalog catalog) {
        this.tenant = tenant;
        this.catalog = catalog;
    }

    /** The conditions that do not hold, each with the number of records that break it. */
    Mono<List<ChangeProblem>> problems(Session session, List<DataCondition> conditions) {
        if (conditions.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Sql> counts = conditions.stream().map(this::count).toList();
        return session.json(Sql.of("select json_build_array({})", Sql.join(", ", counts)))
                .map(StoredJson::read)
                .map(found -> problems(conditions, found));
    }

    /** The live records {@code r} of the field's object. */
    Sql records(Field field) {
        return Sql.of(
                "r.tenant = {} and r.object = {} and r.deleted_at is null",
                Sql.number(tenant),
                Sql.number(catalog.require(field.object()).key()));
    }

    private Sql count(DataCondition condition) {
        Field field = condition.field();
        return switch (condition) {
            case DataCondition.NoneMissing _ ->
                    Sql.of(MISSING, records(field), StoredValue.of(field));
            case DataCondition.NoneDouble _ ->
                    Sql.of(
                            DOUBLE,
                            records(field),
                            StoredValue.of(field),
                            StoredValue.uniqueKey(field));
            case DataCondition.NoneLonger(var _, int maxLength, var _) ->
                    Sql.of(LONGER, records(field), StoredValue.of(field), Sql.bind(maxLength));
            case DataCondition.NoneHolds(var _, var values, var _) -> {
                Sql lost = Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
                yield field.storage() instanceof Storage.Overflow overflow
                        ? Sql.of(HOLDS_ANY, records(field), StoredValue.document(overflow), lost)
                        : Sql.of(HOLDS_ONE, records(field), StoredValue.of(field), lost);
            }
        };
    }

    private static List<ChangeProblem> problems(List<DataCondition> conditions, JsonNode found) {
        List<ChangeProblem> problems = new ArrayList<>();
        for (int index = 0; index < conditions.size(); index++) {
            long count = found.path(index).asLong();
            if (count > 0) {
                problems.add(ChangeProblem.of(problem(conditions.get(index), count)));
            }
        }
        return problems;
    }

    private static Problem problem(DataCondition condition, long count) {
        String field = condition.field().object() + "." + condition.field().name();
        String records = count == 1 ? "1 record" : count + " records";
        return switch (condition) {
            case DataCondition.NoneMissing(var _, var path) ->
                    Problem.of(
                                    ChangeRefusal.MISSING_VALUES,
                                    "%s without a value in %s".formatted(records, field))
                            .at(path)
                            .hint("Make it optional, give these records a value, then require it.");
            case DataCondition.NoneDouble(var _, var path) ->
                    Problem.of(
                                    ChangeRefusal.DUPLICATE_VALUES,
                                    "%s with a value in %s that another one has, too"
                                            .formatted(records, field))
                            .at(path)
                            .hint("Make these values differ first.");
            case DataCondition.NoneLonger(var _, int maxLength, var path) ->
                    Problem.of(
                                    ChangeRefusal.VALUES_TOO_LONG,
                                    "%s with more than %d characters in %s"
                                            .formatted(records, maxLength, field))
                            .at(path)
                            .hint("Shorten these values first.");
            case DataCondition.NoneHolds(var _, var values, var path) ->
                    Problem.of(
                                    ChangeRefusal.VALUES_IN_USE,
                                    "%s with one of the values %s in %s"
                                            .formatted(
                                                    records,
                                                    String.join(
                                                            ", ",
                                                            values.stream().sorted().toList()),
                                                    field))
                            .at(path)
                            .hint("Set `active` of these values to false instead.");
        };
    }
}
