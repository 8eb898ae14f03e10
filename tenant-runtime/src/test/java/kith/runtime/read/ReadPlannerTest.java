package kith.runtime.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.access.RowFilter;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ReadPlannerTest {

    private static final Catalog CATALOG = SampleCatalog.read("/read-cases/catalog.yaml");
    private static final Caller CALLER =
            new Caller(
                    new Tenant(
                            7,
                            "acme",
                            "Acme",
                            TenantStatus.ACTIVE,
                            Currency.getInstance("EUR"),
                            ZoneId.of("UTC"),
                            Locale.ENGLISH),
                    Optional.empty(),
                    false,
                    Caller.Origin.API);

    @Test
    void refusesPagesThatAreTooLargeOrEmpty() {
        assertThat(refusal("list: { of: Account, first: 1001, page: { nodes: [ id ] } }"))
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple(ReadProblem.PAGE_TOO_LARGE, List.of("list")));
        assertThat(refusal("list: { of: Account, first: 0, page: { nodes: [ id ] } }")).hasSize(1);
        assertThat(refusal("list: { of: Account, page: { cappedCount: 100001 } }")).hasSize(1);
    }

    @Test
    void refusesRecordsThatAreNestedTooDeep() {
        assertThat(plan(nested(14))).isNotNull();
        assertThat(refusal(nested(15)))
                .extracting(Problem::code)
                .containsExactly(ReadProblem.TOO_DEEP);
    }

    @Test
    void refusesConditionsThatAreNestedTooDeep() {
        String filter = "{ parent: ".repeat(15) + "{ name: { eq: x } }" + " }".repeat(15);

        assertThat(
                        refusal(
                                "list: { of: Account, filter: %s, page: { nodes: [ id ] } }"
                                        .formatted(filter)))
                .extracting(Problem::code)
                .containsExactly(ReadProblem.TOO_DEEP);
    }

    @Test
    void refusesForeignCursorsWhereTheyStand() {
        List<Problem> problems =
                refusal(
                        "a: { of: Account, id: 11, select: [ { contacts: { after: bm8, page: { nodes: [ id ] } } } ] }");

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo(ReadProblem.INVALID_CURSOR);
        assertThat(problems.getFirst().path()).containsExactly("a", "contacts", "after");
    }

    @Test
    void namesEveryPlaceOfAForbiddenField() {
        Access noRevenue = new Restricted(Set.of("revenue", "tags"), Set.of());
        String request =
                """
                a: { of: Account, id: 11, select: [ id, { money: { value: revenue } }, { currency: { text: EUR, beside: revenue } }, { tags: { page: { nodes: [ id ] } } } ] }
                b: { of: Contact, filter: { account: { revenue: { gt: 1 } } }, order: [ account.revenue ], page: { nodes: [ { account: [ revenue ] } ] } }
                """;

        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> new ReadPlanner(noRevenue).plan(CALLER, CATALOG, request(request)));

        assertThat(refused.problems())
                .allSatisfy(problem ->
                        assertThat(problem.code()).isEqualTo(AccessProblem.FIELD_FORBIDDEN))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        List.of("a", "money"),
                        List.of("a", "currency"),
                        List.of("a", "tags"),
                        List.of("b", "orderBy", "account", "revenue"),
                        List.of("b", "filter", "account", "revenue"),
                        List.of("b", "nodes", "account", "revenue"));
    }

    @Test
    void groupsByNothingAndComputesNothingThatMayNotBeRead() {
        ObjectType account = CATALOG.require("Account");
        Field revenue = account.field("revenue").orElseThrow();
        Measure sum = new Measure.Of(Measure.Function.SUM, revenue);
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Aggregated(
                                        "g",
                                        account,
                                        Predicate.ALWAYS,
                                        new AggregateArguments(
                                                List.of(
                                                        new GroupKey(
                                                                "money",
                                                                List.of(
                                                                        account.field("parent")
                                                                                .orElseThrow()),
                                                                revenue,
                                                                Grouping.BY_VALUE)),
                                                new GroupCondition.Not(
                                                        new GroupCondition.Missing(sum)),
                                                List.of(
                                                        new GroupOrder(
                                                                new GroupOrder.Measured(sum),
                                                                true,
                                                                true)),
                                                10),
                                        new AggregateSelection(
                                                List.of(
                                                        new AggregateSelection.Groups(
                                                                "groups",
                                                                List.of(
                                                                        new AggregateSelection
                                                                                .Several(
                                                                                "sum",
                                                                                List.of(
                                                                                        new AggregateSelection
                                                                                                .Value(
                                                                                                "total",
                                                                                                sum))))))))));
        Access noRevenue = new Restricted(Set.of("revenue"), Set.of());

        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> new ReadPlanner(noRevenue).plan(CALLER, CATALOG, request));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        List.of("g", "groupBy", "money"),
                        List.of("g", "having"),
                        List.of("g", "orderBy"),
                        List.of("g", "groups", "sum", "total"));
    }

    @Test
    void tellsNoChangesOfFieldsThatMayNotBeRead() {
        ObjectType account = CATALOG.require("Account");
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.ById(
                                        "a",
                                        account,
                                        SampleRecords.id(11),
                                        new RecordSelection(
                                                List.of(
                                                        new RecordSelection.History(
                                                                "history",
                                                                account,
                                                                5,
                                                                Optional.empty(),
                                                                new HistorySelection(
                                                                        List.of())))))));
        Access noRevenue = new Restricted(Set.of("revenue"), Set.of("User"));

        ReadPlan plan = new ReadPlanner(noRevenue).plan(CALLER, CATALOG, request);

        ReadPlan.One one = (ReadPlan.One) plan.roots().getFirst();
        HistoryPlan history = ((RecordPlan.History) one.record().items().getFirst()).history();
        assertThat(history.fields())
                .extracting(Field::name)
                .contains("industry", "name")
                .doesNotContain("revenue");
        assertThat(history.users().rows()).isEqualTo(RowFilter.NOTHING);
    }

    @Test
    void filtersTheRowsOfEveryTableThatTheCallerMayNotSee() {
        Access noUsers = new Restricted(Set.of(), Set.of("User"));
        String request =
                """
                byId: { of: User, id: 1, select: [ name ] }
                byIds: { of: User, ids: [ 1 ], select: [ name ] }
                any: { any: 1, on: { User: [ name ] } }
                list: { of: User, page: { nodes: [ name ], totalCount: true, cappedCount: 5 } }
                toOne: { of: Account, id: 11, select: [ { owner: [ name ] } ] }
                order: { of: Account, order: [ owner.name ], page: { nodes: [ id ] } }
                through: { of: Account, filter: { owner: { name: { eq: x } } }, page: { nodes: [ id ] } }
                related: { of: User, filter: { directReports: { some: { name: { eq: x } } } }, page: { nodes: [ id ] } }
                toMany: { of: User, id: 1, select: [ { directReports: { page: { nodes: [ name ] } } } ] }
                bin: { of: User, deleted: true, page: { nodes: [ name ] } }
                groups: { of: User, groupBy: [ manager.name ], compute: [ MAX name ] }
                """;

        String sql =
                ReadRenderer.render(
                                new ReadPlanner(noUsers).plan(CALLER, CATALOG, request(request)), 7)
                        .render()
                        .text();

        int users = sql.split("\\.object = 1\\b", -1).length - 1;
        int hidden =
                sql.split(
                                        "\\.object = 1(?:\\) is true)? (?:and \\w+\\.deleted_at is null )?and false",
                                        -1)
                                .length
                        - 1;
        assertThat(users).isEqualTo(16);
        assertThat(hidden).isEqualTo(users);
    }

    @Test
    void givesTheSameStatementToEveryTenant() {
        String request =
                "list: { of: Account, filter: { name: { eq: Acme } }, page: { nodes: [ id ] } }";
        ReadPlan plan = plan(request);

        assertThat(ReadRenderer.render(plan, 1).render().text())
                .isEqualTo(ReadRenderer.render(plan, 2).render().text());
    }

    private static String nested(int levels) {
        return "a: { of: Account, id: 11, select: [ "
                + "{ parent: [ ".repeat(levels)
                + "id"
                + " ] }".repeat(levels)
                + " ] }";
    }

    private static ReadPlan plan(String yaml) {
        return new ReadPlanner(new MemberAccess()).plan(CALLER, CATALOG, request(yaml));
    }

    private static List<Problem> refusal(String yaml) {
        return catchThrowableOfType(ProblemException.class, () -> plan(yaml)).problems();
    }

    private static ReadRequest request(String yaml) {
        return new RequestYaml(CATALOG).request(new YAMLMapper().readTree(yaml));
    }

    /** Hides fields by their names, and all records of objects by theirs. */
    private record Restricted(Set<String> fields, Set<String> objects) implements Access {
        @Override
        public RowFilter rows(Caller caller, ObjectType object) {
            return objects.contains(object.name()) ? RowFilter.NOTHING : RowFilter.EVERYTHING;
        }

        @Override
        public boolean mayRead(Caller caller, Field field) {
            return !fields.contains(field.name());
        }

        @Override
        public boolean mayWrite(Caller caller, Field field) {
            return false;
        }

        @Override
        public void require(Caller caller, ObjectRight right, ObjectType object) {}

        @Override
        public String readKey(Caller caller) {
            return toString();
        }
    }
}
