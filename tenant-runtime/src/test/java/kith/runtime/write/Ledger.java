package kith.runtime.write;

import java.util.LinkedHashMap;
import java.util.Map;
import kith.metadata.catalog.Storage;
import kith.runtime.storage.RecordTable;

/** Recomputes every roll-up of the sample from its records, by plain SQL, and compares. */
final class Ledger {

    private final Writing.As someone;

    Ledger(Writing.As someone) {
        this.someone = someone;
    }

    /** How many records have another result than the ledger, by the field. */
    Map<String, String> differences() {
        Map<String, String> found = new LinkedHashMap<>();
        expected()
                .forEach((field, result) -> {
                    String count = differing(field, result);
                    if (!count.equals("0")) {
                        found.put(field, count);
                    }
                });
        return found;
    }

    private Map<String, String> expected() {
        String amount = column("Deal", "amount");
        String stage = column("Deal", "stage");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("Account.partCount", over("Account", "parent", "count(*)", "true"));
        expected.put("Account.dealCount", ofDeals("count(*)", "true"));
        expected.put(
                "Account.openCount",
                ofDeals(
                        "count(*)",
                        "%s is distinct from 'Won' and (%s > %s) is not true"
                                .formatted(
                                        stage,
                                        column("Deal", "closeDate"),
                                        column("Deal", "dueDate"))));
        expected.put("Account.total", ofDeals("coalesce(sum(%s), 0)".formatted(amount), "true"));
        expected.put(
                "Account.wonTotal",
                ofDeals("coalesce(sum(%s), 0) * 100".formatted(amount), stage + " = 'Won'"));
        expected.put(
                "Account.average", ofDeals("round(avg(%s) * 10, 0)".formatted(amount), "true"));
        expected.put("Account.least", ofDeals("min(%s)".formatted(amount), "true"));
        expected.put("Account.greatest", ofDeals("max(%s)".formatted(amount), amount + " > 2000"));
        expected.put(
                "Account.firstClose",
                ofDeals("min(%s)".formatted(column("Deal", "closeDate")), "true"));
        expected.put(
                "Account.lastCall",
                ofDeals("max(%s)".formatted(column("Deal", "calledAt")), "true"));
        expected.put(
                "Account.shareSum",
                ofDeals("coalesce(sum((c.more ->> '12')::numeric) * 100, 0)", "true"));
        expected.put(
                "Account.leastPrice",
                ofDeals(
                        "min(round(%s::numeric / nullif(%s, 0)))"
                                .formatted(amount, column("Deal", "pieces")),
                        "true"));
        expected.put("Account.advisedCount", over("Deal", "adviser", "count(*)", "true"));
        expected.put(
                "Deal.lineTotal",
                over(
                        "Line",
                        "deal",
                        "coalesce(sum(%s), 0)".formatted(column("Line", "amount")),
                        "true"));
        return expected;
    }

    private String ofDeals(String result, String where) {
        return over("Deal", "account", result, where);
    }

    private String over(String child, String through, String result, String where) {
        return "(select %s from %s c where c.object = %d and c.deleted_at is null and %s = p.id and %s)"
                .formatted(
                        result,
                        table(child),
                        someone.object(child).key(),
                        column(child, through),
                        where);
    }

    private String differing(String field, String expected) {
        String object = field.substring(0, field.indexOf('.'));
        String name = field.substring(field.indexOf('.') + 1);
        return someone.found(
                "select count(*) from %s p where p.object = %d and %s is distinct from %s"
                        .formatted(
                                table(object),
                                someone.object(object).key(),
                                column(object, name).replace("c.", "p."),
                                expected));
    }

    String table(String object) {
        int number = RecordTable.of(someone.object(object)).number();
        return number == 0 ? "record" : "dedicated_" + number;
    }

    private String column(String object, String field) {
        return "c." + ((Storage.Slot) someone.field(object, field).storage()).column();
    }
}
