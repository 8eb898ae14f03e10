package kith.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementTemplateTest {

    private static final UUID ONE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID REAL = UUID.fromString("01900000-0000-7000-8000-000000000003");

    @Test
    void takesEachGivenValueWhereverItStood() {
        Optional<StatementTemplate> template =
                StatementTemplate.between(
                        trial(statement("x", ONE, 17, ONE), Map.of("id", ONE, "tenant", 17)),
                        trial(statement("x", OTHER, 23, OTHER), Map.of("id", OTHER, "tenant", 23)));

        assertThat(template.orElseThrow().with(Map.of("id", REAL, "tenant", 5)))
                .contains(statement("x", REAL, 5, REAL));
    }

    @Test
    void fillsGapsWithWhatIsGivenAndWithNulls() {
        Sql id = Sql.gap(SqlType.UUID, "id");
        StatementTemplate template =
                StatementTemplate.of(
                        Sql.of(
                                "update t set a = {}, b = {} where id = {} or parent = {}",
                                Sql.gap(SqlType.TEXT, "a"),
                                Sql.bind(17),
                                id,
                                id));
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("a", null);
        given.put("id", REAL);

        RenderedSql filled = template.with(given).orElseThrow();

        assertThat(filled.text())
                .isEqualTo("update t set a = $1, b = $2 where id = $3 or parent = $3");
        assertThat(filled.values()).containsExactly(null, 17, REAL);
    }

    @Test
    void refusesAUseThatLeavesAGap() {
        StatementTemplate template =
                StatementTemplate.of(Sql.of("select {}", Sql.gap(SqlType.TEXT, "a")));

        assertThatThrownBy(() -> template.with(Map.of("b", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    @Test
    void weighsNoTextThatOthersHold() {
        StatementTemplate template =
                StatementTemplate.between(
                                trial(statement("x", ONE, 17, REAL), Map.of("id", ONE)),
                                trial(statement("x", OTHER, 17, REAL), Map.of("id", OTHER)))
                        .orElseThrow();
        StatementTemplate sharing = template.sharing(template.text());

        assertThat(template.weight() - sharing.weight()).isEqualTo(template.text().length());
        assertThat(sharing.with(Map.of("id", REAL))).contains(statement("x", REAL, 17, REAL));
        assertThatThrownBy(() -> template.sharing("select 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatIsEqual() {
        Optional<StatementTemplate> template =
                StatementTemplate.between(
                        trial(statement("x", ONE, 17, REAL), Map.of("id", ONE)),
                        trial(statement("x", OTHER, 17, REAL), Map.of("id", OTHER)));

        assertThat(template.orElseThrow().with(Map.of("id", REAL)))
                .contains(statement("x", REAL, 17, REAL));
    }

    @Test
    void rendersWhatIsOpenForEachValue() {
        StatementTemplate template =
                StatementTemplate.between(
                                trial(compared("a", ONE), Map.of("id", ONE)),
                                trial(compared("a", OTHER), Map.of("id", OTHER)))
                        .orElseThrow();

        assertThat(template.openNames()).containsExactly("word");
        assertThat(template.with(Map.of("id", REAL, "word", "b")).orElseThrow().values())
                .isEqualTo(compared("b", REAL).values());
    }

    @Test
    void tellsWhereAValueNeedsAnotherStatement() {
        StatementTemplate template =
                StatementTemplate.between(
                                trial(compared("a", ONE), Map.of("id", ONE)),
                                trial(compared("a", OTHER), Map.of("id", OTHER)))
                        .orElseThrow();

        assertThat(template.with(Map.of("id", REAL, "word", "none"))).isEmpty();
        assertThat(template.with(Map.of("id", REAL, "word", 5))).isEmpty();
        assertThat(template.with(Map.of("id", REAL))).isEmpty();
    }

    @Test
    void givesAnOpenPartThatComesAgainTheParametersOfTheFirst() {
        StatementTemplate template =
                StatementTemplate.between(
                                trial(comparedTwice("x", ONE), Map.of("id", ONE)),
                                trial(comparedTwice("x", OTHER), Map.of("id", OTHER)))
                        .orElseThrow();

        RenderedSql use = template.with(Map.of("id", REAL, "word", "other")).orElseThrow();

        assertThat(use.text()).isEqualTo("select 1 where word = $1 or word = $1 and $2");
        assertThat(use.values()).containsExactly("other", REAL);
    }

    @Test
    void guessesNothingWhereAnOpenPartSharesAParameter() {
        Sql shared = Sql.bind("x");
        Sql open = Sql.open("word", shared, _ -> Optional.of(shared));
        RenderedSql one = Sql.of("select {}, {}, {}", shared, open, Sql.bind(ONE)).render();
        RenderedSql other = Sql.of("select {}, {}, {}", shared, open, Sql.bind(OTHER)).render();

        assertThat(
                        StatementTemplate.between(
                                trial(one, Map.of("id", ONE)), trial(other, Map.of("id", OTHER))))
                .isEmpty();
    }

    @Test
    void guessesNothingWhereAValueDiffersThatWasNotGiven() {
        assertThat(
                        StatementTemplate.between(
                                trial(statement("x", ONE, 17, REAL), Map.of("id", ONE)),
                                trial(statement("x", OTHER, 18, REAL), Map.of("id", OTHER))))
                .isEmpty();
    }

    @Test
    void guessesNothingWhereAGivenValueCameChanged() {
        assertThat(
                        StatementTemplate.between(
                                trial(statement("%" + ONE, ONE, 17, ONE), Map.of("id", ONE)),
                                trial(
                                        statement("%" + OTHER, OTHER, 17, OTHER),
                                        Map.of("id", OTHER))))
                .isEmpty();
    }

    @Test
    void guessesNothingWhereTheTextsDiffer() {
        RenderedSql first = Sql.of("select {}", Sql.bind(ONE)).render();
        RenderedSql second = Sql.of("select {} limit 1", Sql.bind(OTHER)).render();

        assertThat(
                        StatementTemplate.between(
                                trial(first, Map.of("id", ONE)),
                                trial(second, Map.of("id", OTHER))))
                .isEmpty();
    }

    private static StatementTemplate.Trial trial(RenderedSql statement, Map<String, Object> given) {
        return new StatementTemplate.Trial(statement, given);
    }

    private static RenderedSql compared(String word, UUID id) {
        return Sql.of(
                        "select {} where {} and {}",
                        Sql.bind(1L),
                        Sql.open("word", comparison(word), value -> Optional.of(comparison(value))),
                        Sql.bind(id))
                .render();
    }

    private static RenderedSql comparedTwice(String word, UUID id) {
        Sql open = Sql.open("word", comparison(word), value -> Optional.of(comparison(value)));
        return Sql.of("select 1 where {} or {} and {}", open, open, Sql.bind(id)).render();
    }

    private static Sql comparison(Object word) {
        return switch (word) {
            case String text ->
                    text.equals("none") ? Sql.text("false") : Sql.of("word = {}", Sql.bind(text));
            default -> Sql.of("word = {}", Sql.bind(5));
        };
    }

    private static RenderedSql statement(String text, UUID first, int number, UUID second) {
        return Sql.of(
                        "select {}, {}, {}, {}",
                        Sql.bind(text),
                        Sql.bind(first),
                        Sql.bind(number),
                        Sql.bind(second))
                .render();
    }
}
