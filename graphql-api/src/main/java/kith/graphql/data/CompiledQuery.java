package kith.graphql.data;

import java.util.List;
import java.util.Map;
import kith.runtime.read.ReadTemplate;

/** A query that needs neither a schema nor a plan any more. */
final class CompiledQuery {

    private final ReadTemplate template;
    private final AnswerLayout layout;
    private final byte[] end;

    /**
     * @param end of its answers
     */
    CompiledQuery(ReadTemplate template, AnswerLayout layout, byte[] end) {
        this.template = template;
        this.layout = layout;
        this.end = end;
    }

    /** A compiled query and what a request gives it. */
    record Use(CompiledQuery query, ReadTemplate.Given given) {
        ReadTemplate template() {
            return query.template;
        }

        /** The chunks of the answer to the bytes of the records. */
        List<byte[]> answer(byte[] records) {
            return List.of(AnswerBody.DATA, query.layout.data(records, Map.of()), query.end);
        }
    }

    /** Characters that it holds, about. */
    int weight() {
        return template.weight();
    }
}
