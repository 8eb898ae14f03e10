package kith.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import org.junit.jupiter.api.Test;

/** Fields change under records that may have values. */
class FieldChangeTest {

    @Test
    void keepsWhatStoredValuesDependOn() {
        Planning tenant =
                Planning.of(
                        Houses.YAML
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
        Planning tenant = Planning.of(Houses.YAML);

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
                        Houses.YAML
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
    void fillsRecordsWithTheDefaultOfAFieldThatBecomesRequired() {
        Planning tenant = Planning.of(Houses.YAML);

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Property
                        name: price
                        type: currency
                        required: true
                        default: 1
                        ---
                        kind: Field
                        object: Property
                        name: code
                        type: text
                        required: true
                        unique: true
                        default: none
                        ---
                        kind: Field
                        object: Property
                        name: isNew
                        type: boolean
                        required: true
                        """);

        assertThat(plan.effects())
                .hasSize(2)
                .allMatch(RecordEffect.Filled.class::isInstance)
                .extracting(effect -> effect.field().name())
                .containsExactly("price", "code");
        assertThat(plan.conditions())
                .singleElement()
                .isInstanceOf(DataCondition.NoneToShareDefault.class);
        assertThat(plan.storage().nowUnique()).extracting(Field::name).containsExactly("code");
    }

    @Test
    void asksForOldValuesWhereTheyLieUntilTheyMove() {
        Planning tenant = Planning.of(Houses.YAML);
        Field before = tenant.catalog().require("Property").field("price").orElseThrow();

        ChangePlan.Applicable plan =
                tenant.put(
                        """
                        kind: Field
                        object: Property
                        name: price
                        type: currency
                        indexed: true
                        required: true
                        """);

        Field after = plan.next().require("Property").field("price").orElseThrow();
        assertThat(after.storage()).isNotEqualTo(before.storage());
        assertThat(plan.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordEffect.Moved.class,
                        moved -> {
                            assertThat(moved.from()).isEqualTo(before.storage());
                            assertThat(moved.field()).isEqualTo(after);
                        });
        assertThat(plan.conditions())
                .singleElement()
                .satisfies(condition ->
                        assertThat(condition.field().storage()).isEqualTo(before.storage()));
        assertThat(plan.storage().retired()).isEmpty();
    }
}
