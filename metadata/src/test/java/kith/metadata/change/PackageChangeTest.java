package kith.metadata.change;

import static kith.metadata.change.Planning.puts;
import static kith.metadata.change.Planning.remove;
import static kith.metadata.change.Planning.rename;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import org.junit.jupiter.api.Test;

class PackageChangeTest {

    private static final String SALES =
            """
            kind: Object
            name: Deal
            key: 2001
            package: sales
            ---
            kind: Field
            object: Deal
            name: stage
            type: picklist
            values: [new, won]
            storage: more_1
            package: sales
            """;

    private static final ComponentRef STAGE = ComponentRef.field("Deal", "stage");

    @Test
    void givesTheComponentsOfAPackageTheSameIdsEverywhere() {
        Planning first = Planning.of("");
        Planning second = Planning.of("kind: Object\nname: Own");
        first.install(SALES);
        second.install(SALES);

        assertThat(first.catalog().require("Deal").id())
                .isEqualTo(second.catalog().require("Deal").id());
        assertThat(second.catalog().require("Deal").key()).isEqualTo(2001);
    }

    @Test
    void letsATenantChangeWhatIsLeftToIt() {
        Planning tenant = Planning.of("");
        tenant.install(SALES);

        tenant.put(
                """
                kind: Field
                object: Deal
                name: stage
                label: Phase
                type: picklist
                required: true
                values: [new, { value: won, label: Gewonnen }, lost]
                """);

        var stage = tenant.catalog().require("Deal").field("stage").orElseThrow().definition();
        assertThat(stage.label()).isEqualTo("Phase");
        assertThat(stage.packageName()).contains("sales");
        assertThat(stage.storage()).contains(new Storage.Overflow(1));
    }

    @Test
    void keepsThePackagesPartFromTheTenant() {
        Planning tenant = Planning.of("");
        tenant.install(SALES);

        assertThat(
                        tenant.problems(
                                """
                                kind: Field
                                object: Deal
                                name: stage
                                type: picklist
                                values: [new]
                                """))
                .extracting(problem -> problem.problem().code())
                .containsExactly(ChangeRefusal.PACKAGE_COMPONENT);
        assertThat(tenant.problems(remove(STAGE), rename(ComponentRef.object("Deal"), "Sale")))
                .extracting(problem -> problem.problem().code())
                .containsOnly(ChangeRefusal.PACKAGE_COMPONENT)
                .hasSize(2);
    }

    @Test
    void letsOnlyThePlatformBringPackages() {
        assertThat(Planning.of("").problems(SALES))
                .extracting(problem -> problem.problem().code())
                .containsOnly(ChangeRefusal.PACKAGE_COMPONENT);
    }

    @Test
    void keepsTheTenantsPartOnAnUpgrade() {
        Planning tenant = Planning.of("");
        tenant.install(SALES);
        tenant.put(
                """
                kind: Field
                object: Deal
                name: stage
                label: Phase
                type: picklist
                values: [new, won, lost]
                """);

        tenant.install(
                """
                kind: Field
                object: Deal
                name: stage
                type: picklist
                values: [new, negotiating, won]
                package: sales
                """);

        var stage = tenant.catalog().require("Deal").field("stage").orElseThrow();
        assertThat(stage.label()).isEqualTo("Phase");
        assertThat(((FieldType.Picklist) stage.type()).values())
                .extracting(PicklistValue::value)
                .containsExactly("new", "won", "lost", "negotiating");
    }

    @Test
    void refusesAPackageWhoseNameTheTenantHasTaken() {
        Planning tenant = Planning.of("kind: Object\nname: Deal");

        assertThat(Planning.problems(tenant.plan(Author.PLATFORM, puts(SALES))))
                .extracting(problem -> problem.problem().code())
                .contains(ChangeRefusal.NAME_TAKEN);
    }

    @Test
    void givesWayWhereAPackagesHomeIsTaken() {
        Planning tenant =
                Planning.of(
                        """
                        kind: Field
                        object: User
                        name: nickname
                        type: text
                        storage: more_7
                        """);

        tenant.install(
                """
                kind: Field
                object: User
                name: badge
                type: text
                storage: more_7
                package: sales
                """);

        assertThat(tenant.catalog().require("User").field("badge").orElseThrow().storage())
                .isEqualTo(new Storage.Overflow(1));
    }

    @Test
    void choosesNoHomeForATenant() {
        Planning tenant = Planning.of("");

        tenant.put(
                """
                kind: Object
                name: Room
                key: 5
                ---
                kind: Field
                object: Room
                name: size
                type: number
                storage: more_9
                """);

        assertThat(tenant.catalog().require("Room").key()).isGreaterThan(99_999);
        assertThat(tenant.catalog().require("Room").field("size").orElseThrow().storage())
                .isEqualTo(new Storage.Overflow(1));
        assertThat(List.of(tenant.catalog().version())).containsExactly(1L);
    }
}
