package kith.runtime.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kith.runtime.rule.RuleReport.Asked;

/** What one run of a rule asks of the database; of very many questions, the first. */
final class Questions {

    private static final int MOST = 500;

    private final List<Asked> asked = new ArrayList<>();

    <T> List<T> asked(String what, Supplier<List<T>> question) {
        long start = System.nanoTime();
        List<T> rows = question.get();
        if (asked.size() < MOST) {
            asked.add(new Asked(what, rows.size(), Duration.ofNanos(System.nanoTime() - start)));
        }
        return rows;
    }

    List<Asked> all() {
        return asked;
    }
}
