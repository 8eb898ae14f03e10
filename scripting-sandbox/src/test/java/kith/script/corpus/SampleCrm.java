package kith.script.corpus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.script.CrmGateway;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.RuleRefusal;
import kith.script.ScriptRecord;
import kith.script.ScriptType;
import kith.script.ScriptType.Scalar;
import kith.script.ScriptTypes;
import org.jspecify.annotations.Nullable;

/**
 * A small CRM in memory: its dictionary, one opportunity, and five records of anything asked for.
 */
public final class SampleCrm implements CrmGateway {

    public static final ScriptTypes TYPES =
            ScriptTypes.of(
                    List.of(
                            object(
                                    "Opportunity",
                                    texts(
                                            "name",
                                            "stage",
                                            "email",
                                            "phone",
                                            "country",
                                            "industry",
                                            "region__c",
                                            "description",
                                            "rating",
                                            "owner",
                                            "accountId"),
                                    property("amount", Scalar.NUMBER),
                                    property("discount", Scalar.NUMBER),
                                    property("probability", Scalar.INTEGER),
                                    property("active", Scalar.BOOLEAN),
                                    property("closeDate", Scalar.DATE),
                                    property("tags", Scalar.TEXT_LIST),
                                    new PropertyType("createdAt", Scalar.DATE_TIME, false),
                                    new PropertyType(
                                            "account", new ScriptType.Reference("Account"), false)),
                            object(
                                    "Account",
                                    texts("name", "country"),
                                    property("rating", Scalar.NUMBER),
                                    new PropertyType(
                                            "parent", new ScriptType.Reference("Account"), false)),
                            object(
                                    "Task",
                                    texts("name", "subject", "relatedTo", "priority", "email"),
                                    property("amount", Scalar.NUMBER),
                                    property("dueDate", Scalar.DATE))));

    private final List<String> writes = new ArrayList<>();

    public static MapRecord opportunity() {
        var account =
                new MapRecord(
                        Map.of(
                                "id",
                                "ac-1",
                                "name",
                                "Acme",
                                "parent",
                                new MapRecord(Map.of("id", "ac-2", "name", "Acme Holding"))));
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", "op-1");
        values.put("name", "Acme renewal");
        values.put("stage", "Negotiation");
        values.put("email", "a@example.com");
        values.put("phone", "+49 123 456");
        values.put("country", "DE");
        values.put("industry", "Tech");
        values.put("amount", new BigDecimal("1000"));
        values.put("probability", 20);
        values.put("active", true);
        values.put("closeDate", LocalDate.of(2026, 12, 24));
        values.put("tags", List.of("vip"));
        values.put("createdAt", OffsetDateTime.parse("2026-01-01T23:30:00Z"));
        values.put("account", account);
        values.put("accountId", "ac-1");
        return new MapRecord(values);
    }

    public List<String> writes() {
        return writes;
    }

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        if (TYPES.object(objectType).isEmpty()) {
            throw new RuleRefusal("there is no object " + objectType);
        }
        List<ScriptRecord> records = new ArrayList<>();
        for (int i = 0; i < Math.min(5, maxRows); i++) {
            records.add(
                    new MapRecord(
                            Map.of(
                                    "id", objectType + "-" + i,
                                    "name", "n" + i,
                                    "subject", "s" + i,
                                    "amount", new BigDecimal(1000 * (i + 1)),
                                    "dueDate", LocalDate.of(2026, 1, 1 + i))));
        }
        return records;
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        return id.equals("missing") ? null : new MapRecord(Map.of("id", id, "name", "n"));
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        writes.add("create " + objectType + " " + values.keySet());
        var record = new MapRecord(values);
        record.set("id", objectType + "-new");
        return record;
    }

    @Override
    public void update(ScriptRecord record) {
        writes.add("update " + record.get("id"));
    }

    @Override
    public void delete(ScriptRecord record) {
        writes.add("delete " + record.get("id"));
    }

    @Override
    public void update(String objectType, String id, Map<String, @Nullable Object> values) {
        writes.add("update " + objectType + " " + id + " " + values.keySet());
    }

    @Override
    public void delete(String objectType, String id) {
        writes.add("delete " + objectType + " " + id);
    }

    private static ObjectType object(
            String name, List<PropertyType> texts, PropertyType... others) {
        var all = new ArrayList<>(texts);
        all.addAll(List.of(others));
        return ObjectType.of(name, all);
    }

    private static List<PropertyType> texts(String... names) {
        return List.of(names).stream().map(name -> property(name, Scalar.TEXT)).toList();
    }

    private static PropertyType property(String name, Scalar type) {
        return new PropertyType(name, type, true);
    }
}
