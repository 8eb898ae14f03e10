package kith.bench.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kith.bench.data.MeasuredTenant;
import kith.bench.product.KithServer;
import tools.jackson.databind.JsonNode;

/** Ten thousand new opportunities in one request, with the typical rules and without. */
final class RuledBatches {

    static final int SIZE = 10_000;

    private static final MeasuredTenant TENANT = MeasuredTenant.SHARED;
    private static final int ACCOUNTS = 500;
    private static final List<String> STAGES =
            List.of("prospect", "qualify", "analysis", "proposal", "negotiation", "won", "lost");
    private static final String CREATE =
            "mutation Create($data: [OpportunityCreateInput!]!) { createOpportunities(data: $data) { id } }";

    private final KithServer kith;
    private final Random random = new Random(5);
    private List<String> accounts = List.of();

    RuledBatches(KithServer kith) {
        this.kith = kith;
    }

    /** Makes the tenant and the accounts that the opportunities belong to, unless it has them. */
    void prepare() {
        kith.provision(TENANT);
        JsonNode known = data("{ accounts(first: 500) { nodes { id } } }", Map.of());
        JsonNode found = known.at("/data/accounts/nodes");
        accounts =
                found.isEmpty()
                        ? ids(
                                data(
                                                "mutation Create($data: [AccountCreateInput!]!) {"
                                                        + " createAccounts(data: $data) { id } }",
                                                Map.of("data", accountValues()))
                                        .at("/data/createAccounts"))
                        : ids(found);
    }

    /** Puts the typical rules on the opportunities, or takes them off. */
    void switchRules(boolean isOn) {
        List<Map<String, Object>> components = new ArrayList<>();
        TypicalRules.scripts()
                .forEach((name, script) ->
                        components.add(
                                Map.of(
                                        "kind",
                                        "Rule",
                                        "object",
                                        TypicalRules.OBJECT,
                                        "name",
                                        apiName(name),
                                        "label",
                                        name,
                                        "on",
                                        List.of("BEFORE_CREATE", "BEFORE_UPDATE"),
                                        "order",
                                        components.size() + 1,
                                        "active",
                                        isOn,
                                        "script",
                                        script)));
        JsonNode applied =
                kith.answer(
                        kith.token(TENANT),
                        "/graphql/metadata",
                        "mutation Apply($components: [JSON!]!) { applyMetadata(components:"
                                + " $components) { problems { path code message } } }",
                        Map.of("components", components));
        if (applied.has("errors") || !applied.at("/data/applyMetadata/problems").isEmpty()) {
            throw new IllegalStateException("the rules were refused: " + applied);
        }
    }

    private static String apiName(String name) {
        return name.replace("-date", "Date");
    }

    /** Records a second of one request. */
    double perSecond() {
        Map<String, Object> variables = Map.of("data", opportunities());
        long begun = System.nanoTime();
        JsonNode answer = data(CREATE, variables);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (answer.at("/data/createOpportunities").size() != SIZE) {
            throw new IllegalStateException(
                    "not created: "
                            + answer.toString()
                                    .substring(0, Math.min(500, answer.toString().length())));
        }
        return SIZE / seconds;
    }

    private JsonNode data(String query, Map<String, Object> variables) {
        return kith.answer(kith.token(TENANT), "/graphql", query, variables);
    }

    private List<Map<String, Object>> opportunities() {
        List<Map<String, Object>> all = new ArrayList<>(SIZE);
        for (int number = 0; number < SIZE; number++) {
            Map<String, Object> values = new HashMap<>();
            values.put("name", " Deal   " + random.nextInt(1_000_000) + " ");
            values.put("stage", STAGES.get(random.nextInt(STAGES.size())));
            values.put("amount", BigDecimal.valueOf(random.nextInt(200_000_000), 2));
            values.put("account", Map.of("id", accounts.get(random.nextInt(accounts.size()))));
            all.add(values);
        }
        return all;
    }

    private List<Map<String, Object>> accountValues() {
        List<Map<String, Object>> all = new ArrayList<>(ACCOUNTS);
        for (int number = 0; number < ACCOUNTS; number++) {
            all.add(
                    Map.of(
                            "name",
                            "Account " + number,
                            "revenue",
                            BigDecimal.valueOf(random.nextInt(20_000_000))));
        }
        return all;
    }

    private static List<String> ids(JsonNode records) {
        return records.valueStream().map(record -> record.path("id").asString()).toList();
    }
}
