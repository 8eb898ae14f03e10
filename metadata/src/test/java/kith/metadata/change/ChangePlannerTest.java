package kith.metadata.change;

import static kith.metadata.change.Planning.puts;
import static kith.metadata.change.Planning.remove;
import static kith.metadata.change.Planning.rename;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.ComponentRef;
import kith.metadata.change.Difference.Change;
import kith.metadata.field.FieldType;
import kith.metadata.resolve.CatalogProblem;
import kith.metadata.resolve.CatalogSource;
import org.junit.jupiter.api.Test;

class ChangePlannerTest {

    private static final String HOUSES =
            """
            kind: Object
            name: Agent
            ---
            kind: Object
            name: Property
            ---
            kind: Field
            object: Property
            name: agent
            type: lookup
            target: Agent
            ---
            kind: Field
            object: Property
            name: price
            type: currency
            ---
            kind: Field
            object: Property
            name: status
            type: picklist
            values: [open, sold]
            ---
            kind: Rule
            object: Property
            name: checkPrice
            on: [BEFORE_CREATE]
            script: record.price
            """;

    private static final ComponentRef AGENT = ComponentRef.object("Agent");
    private static final ComponentRef PROPERTY = ComponentRef.object("Property");
    private static final ComponentRef PRICE = ComponentRef.field("Property", "price");

    @Test
    void makesComponentsWhateverTheirOrderInTheRequest() {
        Planning tenant = Planning.of("");
        List<ComponentChange> changes = new ArrayList<>(puts(HOUSES).reversed());

        ChangePlan.Applicable plan = tenant.apply(Author.TENANT, changes);

        assertThat(plan.next().version()).isEqualTo(1);
        assertThat(plan.next().require("Property").rules()).hasSize(1);
        assertThat(plan.next().require("Agent").relation("properties")).isPresent();
        assertThat(plan.diff()).extracting(Difference::change).containsOnly(Change.ADDED);
        assertThat(plan.nextObjectKey()).isEqualTo(CatalogSource.FIRST_OBJECT_KEY + 2);
    }

    @Test
    void replacesADocumentButKeepsItsIdentity() {
        Planning tenant = Planning.of(HOUSES);
        UUID id = tenant.catalog().require("Property").field("price").orElseThrow().id();

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Property
                        name: price
                        type: currency
                        label: Asking price
                        """);

        var price = plan.next().require("Property").field("price").orElseThrow();
        assertThat(price.id()).isEqualTo(id);
        assertThat(price.label()).isEqualTo("Asking price");
        assertThat(plan.diff())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.change()).isEqualTo(Change.CHANGED);
                    assertThat(difference.before().orElseThrow().path("label").asString())
                            .isEqualTo("Price");
                    assertThat(difference.after().orElseThrow().path("label").asString())
                            .isEqualTo("Asking price");
                });
    }

    @Test
    void findsNothingToDoForEqualDocuments() {
        Planning tenant = Planning.of("");
        tenant.put(HOUSES);

        assertThat(tenant.put(HOUSES).diff()).isEmpty();
    }

    @Test
    void reportsAllProblemsWithTheirPlacesAtOnce() {
        Planning tenant = Planning.of(HOUSES);

        List<ChangeProblem> problems =
                tenant.problems(
                        """
                        kind: Field
                        object: Property
                        name: Rooms
                        type: number
                        ---
                        kind: Field
                        object: Propertie
                        name: rooms
                        type: numbre
                        ---
                        kind: Field
                        object: Propertie
                        name: size
                        type: number
                        """);

        assertThat(problems)
                .extracting(problem -> problem.problem().path().toString())
                .containsExactlyInAnyOrder(
                        "[components, 0, name]",
                        "[components, 1, type]",
                        "[components, 2, object]");
        assertThat(problems.getLast().problem().hint()).contains("Did you mean `Property`?");
    }

    @Test
    void tellsWhereAScriptIsWrongAndMakesNothing() {
        Planning tenant = Planning.of(HOUSES);

        List<ChangeProblem> problems =
                tenant.problems(
                        """
                        kind: Rule
                        object: Property
                        name: broken
                        on: [BEFORE_UPDATE]
                        script: record.prize
                        """);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(CatalogProblem.SCRIPT_REFUSED);
                    assertThat(problem.problem().path())
                            .isEqualTo(List.of("components", 0, "script"));
                    assertThat(problem.position()).contains(new ChangeProblem.Position(1, 8));
                });
    }

    @Test
    void refusesAnInactiveRuleThatDoesNotCompile() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(
                        tenant.problems(
                                """
                                kind: Rule
                                object: Property
                                name: broken
                                on: [BEFORE_UPDATE]
                                active: false
                                script: record.prize
                                """))
                .hasSize(1);
    }

    @Test
    void renamesAnObjectAndAllThatRefersToIt() {
        Planning tenant = Planning.of(HOUSES);
        UUID id = tenant.catalog().require("Agent").id();

        ChangePlan.Applicable plan = tenant.apply(rename(AGENT, "Broker"));

        assertThat(plan.next().object("Agent")).isEmpty();
        assertThat(plan.next().require("Broker").id()).isEqualTo(id);
        assertThat(plan.next().require("Broker").definition().pluralName()).isEqualTo("brokers");
        assertThat(plan.next().require("Property").field("agent").orElseThrow().target())
                .contains("Broker");
        assertThat(plan.diff())
                .extracting(Difference::change)
                .containsExactlyInAnyOrder(Change.RENAMED, Change.CHANGED);
    }

    @Test
    void renamesByADocumentWithTheIdOfTheOldOne() {
        Planning tenant = Planning.of(HOUSES);
        UUID id = tenant.catalog().require("Property").field("status").orElseThrow().id();

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        id: %s
                        object: Property
                        name: phase
                        type: picklist
                        values: [open, sold]
                        """
                                .formatted(id));

        assertThat(plan.diff()).extracting(Difference::change).containsExactly(Change.RENAMED);
        assertThat(plan.next().require("Property").field("status")).isEmpty();
    }

    @Test
    void refusesToRenameAFieldThatAScriptUses() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(tenant.problems(rename(PRICE, "askingPrice")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(ChangeRefusal.NAME_IN_USE);
                    assertThat(problem.problem().message())
                            .contains("Rule Property.checkPrice uses Property.price");
                });
    }

    @Test
    void renamesAFieldTogetherWithTheScriptThatUsesIt() {
        Planning tenant = Planning.of(HOUSES);
        List<ComponentChange> changes = new ArrayList<>();
        changes.add(rename(PRICE, "askingPrice"));
        changes.addAll(
                puts(
                        """
                        kind: Rule
                        object: Property
                        name: checkPrice
                        on: [BEFORE_CREATE]
                        script: record.askingPrice
                        """));

        ChangePlan.Applicable plan = tenant.apply(Author.TENANT, changes);

        assertThat(plan.next().require("Property").field("askingPrice")).isPresent();
    }

    @Test
    void refusesToRemoveWhatOthersNeedAndNamesThemAll() {
        Planning tenant = Planning.of(HOUSES);

        List<ChangeProblem> problems = tenant.problems(remove(AGENT), remove(PRICE));

        assertThat(problems)
                .extracting(problem -> problem.problem().code())
                .containsOnly(ChangeRefusal.STILL_NEEDED);
        assertThat(problems)
                .extracting(problem -> problem.problem().message())
                .anyMatch(message -> message.contains("Field Property.agent points to Agent"))
                .anyMatch(message -> message.contains("Rule Property.checkPrice uses"));
    }

    @Test
    void removesWhatOthersNeedTogetherWithThem() {
        Planning tenant = Planning.of(HOUSES);

        ChangePlan.Applicable plan =
                tenant.apply(
                        remove(PRICE),
                        remove(AGENT),
                        remove(ComponentRef.field("Property", "agent")),
                        remove(ComponentRef.rule("Property", "checkPrice")));

        assertThat(plan.diff())
                .hasSize(4)
                .extracting(Difference::change)
                .containsOnly(Change.REMOVED);
        assertThat(plan.storage().retired()).hasSize(2);
    }

    @Test
    void takesFieldsAndRulesOfARemovedObjectAlong() {
        Planning tenant = Planning.of(HOUSES);

        ChangePlan.Applicable plan = tenant.apply(remove(PROPERTY), remove(PRICE));

        assertThat(plan.next().components()).hasSize(1);
        assertThat(plan.next().require("Agent").relations()).isEmpty();
        assertThat(plan.diff()).hasSize(5);
    }

    @Test
    void neverGivesTheHomeOfARemovedFieldToAnother() {
        Planning tenant = Planning.of(HOUSES);
        var home = tenant.catalog().require("Property").field("status").orElseThrow().storage();
        tenant.apply(remove(ComponentRef.field("Property", "status")));

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Property
                        name: status
                        type: text
                        """);

        assertThat(plan.next().require("Property").field("status").orElseThrow().storage())
                .isNotEqualTo(home);
    }

    @Test
    void namesWhatDoesNotExist() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(tenant.problems(remove(ComponentRef.field("Property", "prise"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(ChangeRefusal.UNKNOWN_COMPONENT);
                    assertThat(problem.problem().hint()).contains("Did you mean `price`?");
                });
    }

    @Test
    void leavesThePlatformsOwnPartsAlone() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(tenant.problems(remove(ComponentRef.object("User"))))
                .extracting(problem -> problem.problem().code())
                .containsExactly(ChangeRefusal.SYSTEM_COMPONENT);
        assertThat(
                        tenant.problems(
                                """
                                kind: Field
                                object: User
                                name: email
                                type: text
                                ---
                                kind: Field
                                object: Property
                                name: owner
                                type: text
                                """))
                .extracting(problem -> problem.problem().code())
                .containsExactly(ChangeRefusal.SYSTEM_COMPONENT, ChangeRefusal.SYSTEM_COMPONENT);
    }

    @Test
    void addsFieldsToUsers() {
        Planning tenant = Planning.of(HOUSES);

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: User
                        name: region
                        type: text
                        """);

        assertThat(plan.next().require("User").field("region")).isPresent();
    }

    @Test
    void keepsWhatStoredValuesDependOn() {
        Planning tenant =
                Planning.of(
                        HOUSES
                                + """
                                ---
                                kind: Field
                                object: Property
                                name: rooms
                                type: number
                                digits: 6
                                decimals: 1
                                """);

        assertThat(
                        tenant.problems(
                                """
                                kind: Field
                                object: Property
                                name: rooms
                                type: number
                                digits: 4
                                decimals: 2
                                ---
                                kind: Field
                                object: Property
                                name: price
                                type: text
                                ---
                                kind: Field
                                object: Property
                                name: agent
                                type: lookup
                                target: User
                                ---
                                kind: Object
                                name: Property
                                key: 7
                                """))
                .extracting(problem -> problem.problem().path().toString())
                .containsExactlyInAnyOrder(
                        "[components, 0, digits]",
                        "[components, 0, decimals]",
                        "[components, 1, type]",
                        "[components, 2, target]",
                        "[components, 3, key]");
    }

    @Test
    void tellsThatAReferenceStaysOne() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(
                        tenant.problems(
                                """
                                kind: Field
                                object: Property
                                name: agent
                                type: text
                                """))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.problem().path())
                                .isEqualTo(List.of("components", 0, "type")));
    }

    @Test
    void letsDigitsGrow() {
        Planning tenant =
                Planning.of(
                        """
                        kind: Object
                        name: Room
                        ---
                        kind: Field
                        object: Room
                        name: size
                        type: number
                        digits: 6
                        """);

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Room
                        name: size
                        type: number
                        digits: 9
                        """);

        assertThat(plan.next().require("Room").field("size").orElseThrow().type())
                .isEqualTo(new FieldType.Numeric(9, 0));
    }

    @Test
    void asksTheDataWhetherAFieldMayBecomeStricter() {
        Planning tenant =
                Planning.of(
                        HOUSES
                                + """
                                ---
                                kind: Field
                                object: Property
                                name: code
                                type: text
                                """);

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Property
                        name: code
                        type: text
                        maxLength: 10
                        required: true
                        unique: true
                        ---
                        kind: Field
                        object: Property
                        name: status
                        type: picklist
                        values: [open]
                        ---
                        kind: Field
                        object: Property
                        name: added
                        type: text
                        required: true
                        unique: true
                        """);

        var code = plan.next().require("Property").field("code").orElseThrow();
        var status = plan.next().require("Property").field("status").orElseThrow();
        var added = plan.next().require("Property").field("added").orElseThrow();
        assertThat(plan.conditions())
                .containsExactlyInAnyOrder(
                        new DataCondition.NoneMissing(code, List.of("components", 0, "required")),
                        new DataCondition.NoneDouble(code, List.of("components", 0, "unique")),
                        new DataCondition.NoneLonger(
                                code, 10, List.of("components", 0, "maxLength")),
                        new DataCondition.NoneHolds(
                                status,
                                java.util.Set.of("sold"),
                                List.of("components", 1, "values")),
                        new DataCondition.NoneMissing(added, List.of("components", 2, "required")));
        assertThat(plan.storage().nowUnique()).containsExactly(code);
    }

    @Test
    void asksNothingOfTheDataOfNewObjects() {
        ChangePlan.Applicable plan =
                Planning.of("")
                        .put(
                                """
                                kind: Object
                                name: Room
                                ---
                                kind: Field
                                object: Room
                                name: number
                                type: text
                                required: true
                                unique: true
                                """);

        assertThat(plan.conditions()).isEmpty();
    }

    @Test
    void forgetsTheKeysOfAFieldThatIsNoLongerUnique() {
        Planning tenant =
                Planning.of(
                        """
                        kind: Object
                        name: Room
                        ---
                        kind: Field
                        object: Room
                        name: code
                        type: text
                        unique: true
                        """);
        UUID code = tenant.catalog().require("Room").field("code").orElseThrow().id();

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Room
                        name: code
                        type: text
                        """);

        assertThat(plan.storage().noLongerUnique()).containsExactly(code);
    }

    @Test
    void refusesTheSameComponentTwice() {
        String room =
                """
                kind: Object
                name: Room
                """;

        assertThat(Planning.of(room).problems(room + "---\n" + room))
                .extracting(problem -> problem.problem().code())
                .containsExactly(ChangeRefusal.DUPLICATE_COMPONENT);
    }

    @Test
    void tellsAllDependentsOfAnObject() {
        Planning tenant = Planning.of(HOUSES);

        assertThat(Dependents.of(tenant.catalog(), AGENT))
                .containsExactly(
                        new Dependent(ComponentRef.field("Property", "agent"), "points to Agent"));
        assertThat(Dependents.of(tenant.catalog(), PROPERTY))
                .extracting(Dependent::component)
                .containsExactly(
                        ComponentRef.field("Property", "agent"),
                        PRICE,
                        ComponentRef.field("Property", "status"),
                        ComponentRef.rule("Property", "checkPrice"));
        assertThat(Dependents.of(tenant.catalog(), PRICE))
                .containsExactly(
                        new Dependent(
                                ComponentRef.rule("Property", "checkPrice"),
                                "uses Property.price"));
    }

    @Test
    void givesAnObjectItsPluralNameOnRename() {
        Planning tenant = Planning.of(HOUSES);

        ChangePlan.Applicable plan =
                tenant.apply(
                        new ComponentChange.Rename(
                                AGENT, "Salesperson", Optional.of("salesforce")));

        assertThat(plan.next().require("Salesperson").definition().pluralName())
                .isEqualTo("salesforce");
    }
}
