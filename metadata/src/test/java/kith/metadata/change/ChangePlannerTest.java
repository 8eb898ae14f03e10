package kith.metadata.change;

import static kith.metadata.change.Planning.puts;
import static kith.metadata.change.Planning.remove;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.ComponentRef;
import kith.metadata.change.Difference.Change;
import kith.metadata.resolve.CatalogProblem;
import kith.metadata.resolve.CatalogSource;
import org.junit.jupiter.api.Test;

class ChangePlannerTest {

    @Test
    void makesComponentsWhateverTheirOrderInTheRequest() {
        Planning tenant = Planning.of("");
        List<ComponentChange> changes = new ArrayList<>(puts(Houses.YAML).reversed());

        ChangePlan.Applicable plan = tenant.apply(Author.TENANT, changes);

        assertThat(plan.next().version()).isEqualTo(1);
        assertThat(plan.next().require("Property").rules()).hasSize(1);
        assertThat(plan.next().require("Agent").relation("properties")).isPresent();
        assertThat(plan.diff()).extracting(Difference::change).containsOnly(Change.ADDED);
        assertThat(plan.nextObjectKey()).isEqualTo(CatalogSource.FIRST_OBJECT_KEY + 2);
    }

    @Test
    void replacesADocumentButKeepsItsIdentity() {
        Planning tenant = Planning.of(Houses.YAML);
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
        tenant.put(Houses.YAML);

        assertThat(tenant.put(Houses.YAML).diff()).isEmpty();
    }

    @Test
    void reportsAllProblemsWithTheirPlacesAtOnce() {
        Planning tenant = Planning.of(Houses.YAML);

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
        Planning tenant = Planning.of(Houses.YAML);

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
        Planning tenant = Planning.of(Houses.YAML);

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
    void namesWhatDoesNotExist() {
        Planning tenant = Planning.of(Houses.YAML);

        assertThat(tenant.problems(remove(ComponentRef.field("Property", "prise"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(ChangeRefusal.UNKNOWN_COMPONENT);
                    assertThat(problem.problem().hint()).contains("Did you mean `price`?");
                });
    }

    @Test
    void leavesThePlatformsOwnPartsAlone() {
        Planning tenant = Planning.of(Houses.YAML);

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
        Planning tenant = Planning.of(Houses.YAML);

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
}
