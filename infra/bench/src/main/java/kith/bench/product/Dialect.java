package kith.bench.product;

import java.util.Map;
import kith.bench.work.NewContact;
import kith.bench.work.Operation;
import tools.jackson.databind.JsonNode;

/** How a product wants requests, and what its answers mean. */
interface Dialect {

    /** The folder with its requests. */
    String folder();

    /** A revenue as a variable. */
    Object revenue(long revenue);

    /** A contact as a variable. */
    Map<String, Object> contact(NewContact contact);

    /** The answer to a reading operation in a form that is equal for all products. */
    String comparable(Operation operation, JsonNode data);
}
