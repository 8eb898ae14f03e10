package kith.runtime.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryAnswersTest {

    private final List<Integer> asked = new ArrayList<>();
    private final QueryAnswers<String, Integer> answers = new QueryAnswers<>();

    @Test
    void asksNotAgainForFewerRows() {
        assertThat(found(3, 50)).isEqualTo(3);
        assertThat(found(3, 47)).isEqualTo(3);

        assertThat(asked).containsExactly(50);
    }

    @Test
    void givesNoMoreThanWanted() {
        assertThat(found(10, 10)).isEqualTo(10);
        assertThat(found(10, 4)).isEqualTo(4);

        assertThat(asked).containsExactly(10);
    }

    @Test
    void asksAgainWhereThereMayBeMore() {
        assertThat(found(10, 4)).isEqualTo(4);
        assertThat(found(10, 6)).isEqualTo(6);
        assertThat(found(10, 5)).isEqualTo(5);

        assertThat(asked).containsExactly(4, 6);
    }

    @Test
    void asksNotAgainForMoreWhereThereAreNoMore() {
        assertThat(found(3, 4)).isEqualTo(3);
        assertThat(found(3, 1_000)).isEqualTo(3);

        assertThat(asked).containsExactly(4);
    }

    @Test
    void asksAgainAfterAWrite() {
        found(3, 4);
        answers.forget();
        found(3, 4);

        assertThat(asked).containsExactly(4, 4);
    }

    /** How many rows are given, of so many that there are. */
    private int found(int there, int most) {
        return answers.to(
                        "query",
                        most,
                        wanted -> {
                            asked.add(wanted);
                            return IntStream.range(0, Math.min(there, wanted)).boxed().toList();
                        })
                .size();
    }
}
