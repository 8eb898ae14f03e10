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
import org.junit.jupiter.api.Test;

/** Components get other names, or go. */
class RenameAndRemovalTest {

    @Test
    void renamesAnObjectAndAllThatRefersToIt() {
        Planning tenant = Planning.of(Houses.YAML);
        UUID id = tenant.catalog().require("Agent").id();

        ChangePlan.Applicable plan = tenant.apply(rename(Houses.AGENT, "Broker"));

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
        Planning tenant = Planning.of(Houses.YAML);
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
        Planning tenant = Planning.of(Houses.YAML);

        assertThat(tenant.problems(rename(Houses.PRICE, "askingPrice")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code()).isEqualTo(ChangeRefusal.NAME_IN_USE);
                    assertThat(problem.problem().message())
                            .contains("Rule Property.checkPrice uses Property.price");
                });
    }

    @Test
    void renamesAFieldTogetherWithTheScriptThatUsesIt() {
        Planning tenant = Planning.of(Houses.YAML);
        List<ComponentChange> changes = new ArrayList<>();
        changes.add(rename(Houses.PRICE, "askingPrice"));
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
        Planning tenant = Planning.of(Houses.YAML);

        List<ChangeProblem> problems = tenant.problems(remove(Houses.AGENT), remove(Houses.PRICE));

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
        Planning tenant = Planning.of(Houses.YAML);

        ChangePlan.Applicable plan =
                tenant.apply(
                        remove(Houses.PRICE),
                        remove(Houses.AGENT),
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
        Planning tenant = Planning.of(Houses.YAML);

        ChangePlan.Applicable plan = tenant.apply(remove(Houses.PROPERTY), remove(Houses.PRICE));

        assertThat(plan.next().components()).hasSize(1);
        assertThat(plan.next().require("Agent").relations()).isEmpty();
        assertThat(plan.diff()).hasSize(5);
    }

    @Test
    void neverGivesTheHomeOfARemovedFieldToAnother() {
        Planning tenant = Planning.of(Houses.YAML);
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
    void tellsAllDependentsOfAnObject() {
        Planning tenant = Planning.of(Houses.YAML);

        assertThat(Dependents.of(tenant.catalog(), Houses.AGENT))
                .containsExactly(
                        new Dependent(ComponentRef.field("Property", "agent"), "points to Agent"));
        assertThat(Dependents.of(tenant.catalog(), Houses.PROPERTY))
                .extracting(Dependent::component)
                .containsExactly(
                        ComponentRef.field("Property", "agent"),
                        Houses.PRICE,
                        ComponentRef.field("Property", "status"),
                        ComponentRef.rule("Property", "checkPrice"));
        assertThat(Dependents.of(tenant.catalog(), Houses.PRICE))
                .containsExactly(
                        new Dependent(
                                ComponentRef.rule("Property", "checkPrice"),
                                "uses Property.price"));
    }

    @Test
    void givesAnObjectItsPluralNameOnRename() {
        Planning tenant = Planning.of(Houses.YAML);

        ChangePlan.Applicable plan =
                tenant.apply(
                        new ComponentChange.Rename(
                                Houses.AGENT, "Salesperson", Optional.of("salesforce")));

        assertThat(plan.next().require("Salesperson").definition().pluralName())
                .isEqualTo("salesforce");
    }
}
