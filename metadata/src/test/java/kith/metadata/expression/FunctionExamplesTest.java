package kith.metadata.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import kith.metadata.expression.Function.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionExamplesTest {

    @ParameterizedTest
    @MethodSource("examples")
    void givesWhatTheReferenceSays(Example example) {
        Expression expression = Expressions.of(example.expression());

        Object expected = Expressions.evaluate(Expressions.of(example.result(), expression.kind()));

        assertThat(Values.areEqual(Expressions.evaluate(expression), expected))
                .as(
                        "%s gives %s, which is %s",
                        example.expression(), Expressions.evaluate(expression), expected)
                .isTrue();
    }

    static Stream<Example> examples() {
        return Stream.concat(
                FunctionLibrary.standard().all().stream()
                        .flatMap(function -> function.examples().stream()),
                SpecialForms.all().stream().flatMap(form -> form.examples().stream()));
    }

    @Test
    void hasFiftyFunctionsAndMore() {
        assertThat(FunctionLibrary.standard().names()).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void hasNoTwoFunctionsThatTakeTheSame() {
        Set<String> signatures = new HashSet<>();

        assertThat(FunctionLibrary.standard().all())
                .allMatch(function -> signatures.add(function.signature()));
    }

    @Test
    void showsEachFunctionByAnExample() {
        assertThat(FunctionLibrary.standard().names())
                .allMatch(name ->
                        examples().anyMatch(one -> one.expression().contains(name))
                                || Set.of(
                                                "today",
                                                "now",
                                                "isNew",
                                                "prior",
                                                "isChanged",
                                                "includes",
                                                "count")
                                        .contains(name));
    }
}
