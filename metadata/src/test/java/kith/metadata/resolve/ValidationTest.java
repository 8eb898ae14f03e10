package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.Component;
import kith.metadata.ComponentRef;
import kith.metadata.change.Dependent;
import kith.metadata.change.Dependents;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final String DEAL =
            """
            kind: Object
            name: Deal
            ---
            kind: Field
            object: Deal
            name: amount
            type: currency
            """;

    @Test
    void isBoundToItsObject() {
        assertThat(Catalogs.of(DEAL + validation("amount < 0")).require("Deal").validations())
                .singleElement()
                .satisfies(one -> assertThat(one.definition().message()).isEqualTo("No."));
    }

    @Test
    void isRefusedWhereItsConditionIsWrong() {
        assertThat(messages(validation("amont < 0")))
                .containsExactly("line 1, column 1: Deal has no field `amont`");
        assertThat(messages(validation("amount")))
                .containsExactly("line 1, column 1: This gives a number, and a boolean is needed");
        assertThat(messages(validation("amount < 0") + "field: amont\n"))
                .containsExactly("Deal has no field `amont`");
        assertThat(messages(validation("amount < 0").replace("object: Deal", "object: Del")))
                .hasSize(1);
    }

    @Test
    void keepsTheFieldsThatItReads() {
        assertThat(
                        Dependents.of(
                                Catalogs.of(DEAL + validation("amount < 0")),
                                ComponentRef.field("Deal", "amount")))
                .extracting(Dependent::reason)
                .containsExactly("uses Deal.amount");
    }

    @Test
    void isTheSameAsItsDocument() {
        ComponentDocuments documents = new ComponentDocuments();
        Component validation =
                Catalogs.components(DEAL + validation("amount < 0") + "field: amount\n").getLast();

        assertThat(
                        documents.decode(
                                documents.encode(validation),
                                List.of(),
                                DecodeContext.of(Catalogs.IDS)))
                .isEqualTo(new Decoded.Sound(validation));
    }

    private static List<String> messages(String validation) {
        return Catalogs.problems(DEAL + validation).stream().map(Problem::message).toList();
    }

    private static String validation(String condition) {
        return """
        ---
        kind: Validation
        object: Deal
        name: never
        refuseWhen: %s
        message: "No."
        """
                .formatted(condition);
    }
}
