package kith.bench.product;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import kith.bench.work.AnswerForm;
import kith.bench.work.NewContact;
import kith.bench.work.Operation;
import tools.jackson.databind.JsonNode;

/** PostGraphile's words. */
record PostGraphileDialect() implements Dialect {

    private static final AnswerForm FORM = new AnswerForm(Map.of());

    @Override
    public String folder() {
        return "postgraphile";
    }

    @Override
    public Object revenue(long revenue) {
        return Long.toString(revenue);
    }

    @Override
    public Map<String, Object> contact(NewContact contact) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("accountId", contact.account());
        values.put("ownerId", contact.owner());
        values.put("firstName", contact.firstName());
        values.put("lastName", contact.lastName());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("title", contact.title());
        values.put("status", contact.status());
        values.put("score", contact.score());
        return values;
    }

    @Override
    public String comparable(Operation operation, JsonNode data) {
        if (operation != Operation.GROUPED_SUM) {
            return FORM.ofRoot(data);
        }
        JsonNode groups = data.at("/opportunities/groupedAggregates");
        return AnswerForm.ofGroups(
                StreamSupport.stream(groups.spliterator(), false)
                        .map(group ->
                                new AnswerForm.Group(
                                        group.at("/keys/0").asString(),
                                        group.at("/sum/amount").asString(),
                                        group.at("/distinctCount/rowId").asLong()))
                        .toList());
    }
}
