package kith.graphql.data;

import java.util.List;
import java.util.Map;
import kith.runtime.read.ReadTemplate;

/** A query that needs neither a schema nor a plan any more. */
final class CompiledQuery {

    private final ReadTemplate template;
    private final AnswerLayout layout;
    private final CostLine costs;

    /**
     * @param costs the end of its answers
     */
    CompiledQuery(ReadTemplate template, AnswerLayout layout, CostLine costs) {
        this.template = template;
        this.layout = layout;
        this.costs = costs;
    }

    /** A compiled query and what a request gives it. */
    record Use(CompiledQuery query, ReadTemplate.Given given) {
        ReadTemplate template() {
            return query.template;
        }

        long cost() {
            return query.costs.cost();
        }

        /**
         * The chunks of the answer to the bytes of the records.
         *
         * @param remaining of the caller's budget
         */
        List<byte[]> answer(byte[] records, long remaining) {
            return List.of(
                    AnswerBody.DATA,
                    query.layout.data(records, Map.of()),
                    query.costs.end(remaining));
        }
    }

    /** Characters that it holds, about. */
    int weight() {
        return template.weight();
    }
}
