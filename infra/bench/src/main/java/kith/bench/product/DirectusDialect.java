package kith.bench.product;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import kith.bench.work.AnswerForm;
import kith.bench.work.NewContact;
import kith.bench.work.Operation;
import tools.jackson.databind.JsonNode;

/** Directus' words. */
record DirectusDialect() implements Dialect {

    private static final AnswerForm FORM =
            new AnswerForm(
                    Map.of(
                            "first_name", "firstName",
                            "last_name", "lastName",
                            "close_date", "closeDate",
                            "account_id", "account",
                            "owner_id", "owner",
                            "activities_func", "activities"));

    @Override
    public String folder() {
        return "directus";
    }

    @Override
    public Object revenue(long revenue) {
        return revenue;
    }

    @Override
    public Map<String, Object> contact(NewContact contact) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account_id", Map.of("id", contact.account()));
        values.put("owner_id", Map.of("id", contact.owner()));
        values.put("first_name", contact.firstName());
        values.put("last_name", contact.lastName());
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
        JsonNode groups = data.path("opportunity_aggregated");
        return AnswerForm.ofGroups(
                StreamSupport.stream(groups.spliterator(), false)
                        .map(group ->
                                new AnswerForm.Group(
                                        group.at("/group/stage").asString(),
                                        group.at("/sum/amount").asString(),
                                        group.at("/count/id").asLong()))
                        .toList());
    }
}
