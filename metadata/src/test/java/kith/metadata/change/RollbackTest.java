package kith.metadata.change;

import static kith.metadata.change.Planning.remove;
import static kith.metadata.change.Planning.rename;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.Component;
import kith.metadata.ComponentRef;
import org.junit.jupiter.api.Test;

class RollbackTest {

    private static final String ROOMS =
            """
            kind: Object
            name: Room
            ---
            kind: Field
            object: Room
            name: code
            type: text
            unique: true
            ---
            kind: Field
            object: Room
            name: size
            type: number
            """;

    @Test
    void bringsBackWhatStoodBefore() {
        Planning tenant = Planning.of("");
        tenant.put(ROOMS);
        List<Component> before = tenant.catalog().components();
        String fingerprint = tenant.catalog().fingerprint();
        tenant.apply(rename(ComponentRef.object("Room"), "Chamber"));
        tenant.put(
                """
                kind: Field
                object: Chamber
                name: colour
                type: text
                ---
                kind: Object
                name: House
                """);
        tenant.apply(remove(ComponentRef.field("Chamber", "code")));

        tenant.undo(3);

        assertThat(tenant.catalog().components()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(tenant.catalog().fingerprint()).isEqualTo(fingerprint);
        assertThat(tenant.catalog().version()).isEqualTo(5);
    }

    @Test
    void opensTheHomeOfAReturnedFieldToItAgainAndChecksItsKeys() {
        Planning tenant = Planning.of("");
        tenant.put(ROOMS);
        tenant.apply(remove(ComponentRef.field("Room", "code")));
        assertThat(tenant.state().retired()).hasSize(1);

        ChangePlan.Applicable plan = tenant.undo(1);

        assertThat(plan.storage().revived()).hasSize(1);
        assertThat(plan.storage().nowUnique()).hasSize(1);
        assertThat(plan.conditions()).singleElement().isInstanceOf(DataCondition.NoneDouble.class);
        assertThat(tenant.state().retired()).isEmpty();
    }

    @Test
    void bringsARemovedObjectBackWithItsKey() {
        Planning tenant = Planning.of("");
        tenant.put(ROOMS);
        int key = tenant.catalog().require("Room").key();
        tenant.apply(remove(ComponentRef.object("Room")));
        tenant.put("kind: Object\nname: House");
        assertThat(tenant.catalog().require("House").key()).isNotEqualTo(key);

        tenant.undo(2);

        assertThat(tenant.catalog().require("Room").key()).isEqualTo(key);
        assertThat(tenant.catalog().require("Room").fields()).hasSize(11);
        assertThat(tenant.catalog().object("House")).isEmpty();
    }

    @Test
    void undoesARollback() {
        Planning tenant = Planning.of("");
        tenant.put(ROOMS);
        tenant.apply(remove(ComponentRef.object("Room")));
        tenant.undo(1);

        tenant.undo(1);

        assertThat(tenant.catalog().components()).isEmpty();
    }
}
