package kith.metadata.change;

import static kith.metadata.change.Planning.remove;
import static kith.metadata.change.Planning.rename;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kith.metadata.Component;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.Test;

/** Lookups that point to records of any of several objects. */
class PolymorphicLookupTest {

    private static final String VISITS =
            Houses.YAML
                    + """
                    ---
                    kind: Object
                    name: Visit
                    ---
                    kind: Field
                    object: Visit
                    name: about
                    label: About
                    type: lookup
                    targets: [Agent, Property]
                    """;

    private static final String ABOUT =
            """
            kind: Field
            object: Visit
            name: about
            type: lookup
            targets: [%s]
            """;

    @Test
    void tellsOfWhichObjectTheRecordIs() {
        ObjectType visit = Planning.of(VISITS).catalog().require("Visit");
        Field about = visit.field("about").orElseThrow();
        Field type = visit.field("aboutType").orElseThrow();

        assertThat(about.targets()).containsExactly("Agent", "Property");
        assertThat(about.target()).isEmpty();
        assertThat(about.isToOne()).isTrue();
        assertThat(type.isSystem()).isTrue();
        assertThat(type.definition().isReadOnly()).isTrue();
        assertThat(type.storage()).isEqualTo(new Storage.Slot(SlotKind.OBJECT, 1));
        assertThat(visit.targetObjectOf(about)).isEqualTo(type);
    }

    @Test
    void givesEachTargetTheList() {
        Planning tenant = Planning.of(VISITS);

        for (String target : List.of("Agent", "Property")) {
            Relation visits = tenant.catalog().require(target).relation("visits").orElseThrow();
            assertThat(visits.direction()).isEqualTo(Relation.Direction.CHILDREN);
            assertThat(visits.target()).isEqualTo("Visit");
            assertThat(visits.field().name()).isEqualTo("about");
        }
    }

    @Test
    void narrowsToOneTarget() {
        ObjectType visit = Planning.of(VISITS).catalog().require("Visit");
        Field about = visit.field("about").orElseThrow();

        Field narrowed = about.narrowedTo("Agent");

        assertThat(narrowed.target()).contains("Agent");
        assertThat(narrowed.isNarrowed()).isTrue();
        assertThat(narrowed.storage()).isEqualTo(about.storage());
        assertThat(visit.field("owner").orElseThrow().isNarrowed()).isFalse();
    }

    @Test
    void takesMoreTargetsWithoutAskingTheRecords() {
        Planning tenant = Planning.of(VISITS);

        ChangePlan.Applicable plan = tenant.put(ABOUT.formatted("Agent, User, Property"));

        assertThat(plan.conditions()).isEmpty();
        assertThat(about(plan).targets()).containsExactly("Agent", "User", "Property");
    }

    @Test
    void asksTheRecordsAboutATargetThatIsLost() {
        Planning tenant = Planning.of(VISITS);
        int agent = tenant.catalog().require("Agent").key();

        ChangePlan.Applicable plan = tenant.put(ABOUT.formatted("Property"));

        assertThat(plan.conditions())
                .containsExactly(
                        new DataCondition.NonePointsTo(
                                plan.next().require("Visit").field("aboutType").orElseThrow(),
                                new TreeMap<>(Map.of(agent, "Agent")),
                                List.of("components", 0, "targets")));
    }

    @Test
    void followsTargetsThatAreRenamed() {
        Planning tenant = Planning.of(VISITS);

        ChangePlan.Applicable plan = tenant.apply(rename(Houses.AGENT, "Broker"));

        assertThat(plan.conditions()).isEmpty();
        assertThat(about(plan).targets()).containsExactly("Broker", "Property");
        assertThat(
                        ((FieldType.TargetObject)
                                        plan.next()
                                                .require("Visit")
                                                .field("aboutType")
                                                .orElseThrow()
                                                .type())
                                .names())
                .containsValue("Broker");
    }

    @Test
    void keepsATargetFromBeingRemoved() {
        Planning tenant = Planning.of(VISITS);

        assertThat(Dependents.of(tenant.catalog(), Houses.AGENT))
                .extracting(Dependent::component)
                .contains(ComponentRef.field("Visit", "about"));
        assertThat(tenant.problems(remove(Houses.AGENT))).isNotEmpty();
    }

    @Test
    void staysPolymorphicOrPlain() {
        Planning tenant = Planning.of(VISITS);

        assertThat(
                        tenant.problems(
                                """
                                kind: Field
                                object: Visit
                                name: about
                                type: lookup
                                target: Agent
                                ---
                                kind: Field
                                object: Property
                                name: agent
                                type: lookup
                                targets: [Agent]
                                """))
                .extracting(ChangeProblem::problem)
                .extracting(Problem::code)
                .containsExactly(ChangeRefusal.IMMUTABLE, ChangeRefusal.IMMUTABLE);
    }

    @Test
    void leavesTheTenantsTargetsWhenAPackageIsUpgraded() {
        Planning tenant = Planning.of("");
        tenant.install(
                """
                kind: Object
                name: Room
                package: rooms
                key: 70
                ---
                kind: Object
                name: Key
                package: rooms
                key: 71
                ---
                kind: Field
                object: Key
                name: opens
                type: lookup
                targets: [Room]
                storage: ref_1
                package: rooms
                """);
        tenant.put(
                """
                kind: Field
                object: Key
                name: opens
                type: lookup
                targets: [User, Room]
                """);

        Component opens =
                tenant.catalog().components().stream()
                        .filter(one -> one.ref().equals(ComponentRef.field("Key", "opens")))
                        .findFirst()
                        .orElseThrow();

        assertThat(tenant.catalog().require("Key").field("opens").orElseThrow().targets())
                .containsExactly("User", "Room");
        assertThat(Set.of(opens.packageName().orElseThrow())).containsExactly("rooms");
    }

    private static Field about(ChangePlan.Applicable plan) {
        return plan.next().require("Visit").field("about").orElseThrow();
    }
}
