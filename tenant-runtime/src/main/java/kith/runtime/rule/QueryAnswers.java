package kith.runtime.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What the queries of one rule found since it last wrote, so that the same one is not sent again.
 * How many rows may come at most is no part of a query: a budget shrinks with each that comes.
 *
 * @param <Q> what is asked
 * @param <R> a row
 */
final class QueryAnswers<Q, R> {

    private final Map<Q, Answer<R>> answers = new HashMap<>();

    /**
     * What was found.
     *
     * @param most how many rows there could have been
     */
    private record Answer<R>(List<R> rows, int most) {

        /** Whether asking for at most so many would find nothing else. */
        boolean serves(int wanted) {
            return rows.size() < most || wanted <= most;
        }

        List<R> first(int wanted) {
            return rows.subList(0, Math.min(wanted, rows.size()));
        }
    }

    /**
     * The first rows of a query.
     *
     * @param asking asks the database for at most so many
     */
    List<R> to(Q query, int most, IntFunction<List<R>> asking) {
        Answer<R> answer = answers.get(query);
        if (answer == null || !answer.serves(most)) {
            answer = new Answer<>(asking.apply(most), most);
            answers.put(query, answer);
        }
        return answer.first(most);
    }

    /** After something was written. */
    void forget() {
        answers.clear();
    }
}
