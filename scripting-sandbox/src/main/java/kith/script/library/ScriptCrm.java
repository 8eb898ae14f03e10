package kith.script.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.script.CrmGateway;
import kith.script.ScriptRecord;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * The records beyond the rule's own, as {@code crm}. The compiler types each call by the object
 * that it names: {@code crm.query('Task', [done: false])} is a list of tasks.
 */
public final class ScriptCrm {

    private static final int CALL_COST = 500;
    private static final int ROW_COST = 20;
    private static final int ROW_BYTES = 512;
    private static final int VALUE_BYTES = 64;
    private static final long CHARACTER_BYTES = 2;

    private final CrmGateway gateway;
    private final Meter meter;
    private final RuleEnvironment environment;

    ScriptCrm(CrmGateway gateway, Meter meter, RuleEnvironment environment) {
        this.gateway = gateway;
        this.meter = meter;
        this.environment = environment;
    }

    public List<@Nullable Object> query(String objectType) {
        return query(objectType, Map.of());
    }

    public List<@Nullable Object> query(
            String objectType, Map<@Nullable Object, @Nullable Object> criteria) {
        meter.spend(CALL_COST);
        meter.countQuery();
        var wanted = properties(criteria);
        int maxRows = meter.queryRowsLeft() + 1;
        List<ScriptRecord> rows =
                HostFailure.guard(() -> gateway.query(objectType, wanted, maxRows));
        meter.countQueryRows(rows.size());
        meter.spend((long) rows.size() * ROW_COST);
        var records = new ScriptList();
        for (ScriptRecord row : rows) {
            records.add(wrap(row));
        }
        return records;
    }

    public @Nullable Object get(String objectType, @Nullable String id) {
        meter.spend(CALL_COST);
        if (id == null) {
            return null;
        }
        meter.countQuery();
        ScriptRecord row =
                HostFailure.<@Nullable ScriptRecord>guard(() -> gateway.get(objectType, id));
        if (row == null) {
            return null;
        }
        meter.countQueryRows(1);
        return wrap(row);
    }

    public Object create(String objectType, Map<@Nullable Object, @Nullable Object> values) {
        meter.spend(CALL_COST);
        meter.countWrite();
        var properties = properties(values);
        return wrap(HostFailure.guard(() -> gateway.create(objectType, properties)));
    }

    public void update(@Nullable ScriptObject record) {
        meter.spend(CALL_COST);
        meter.countWrite();
        ScriptRecord written = required(record).record();
        HostFailure.guard(() -> gateway.update(written));
    }

    public void update(
            String objectType,
            @Nullable String id,
            Map<@Nullable Object, @Nullable Object> values) {
        meter.spend(CALL_COST);
        meter.countWrite();
        String known = required(id);
        var properties = properties(values);
        HostFailure.guard(() -> gateway.update(objectType, known, properties));
    }

    public void delete(String objectType, @Nullable String id) {
        meter.spend(CALL_COST);
        meter.countWrite();
        String known = required(id);
        HostFailure.guard(() -> gateway.delete(objectType, known));
    }

    public void delete(@Nullable ScriptObject record) {
        meter.spend(CALL_COST);
        meter.countWrite();
        ScriptRecord deleted = required(record).record();
        HostFailure.guard(() -> gateway.delete(deleted));
    }

    private ScriptObject wrap(ScriptRecord row) {
        meter.allocate(ROW_BYTES + CHARACTER_BYTES * row.textLength());
        return new ScriptObject(row, /* isWritable= */ true, environment);
    }

    private Map<String, @Nullable Object> properties(
            Map<@Nullable Object, @Nullable Object> values) {
        meter.allocate((long) ROW_BYTES + (long) values.size() * VALUE_BYTES);
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : values.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new ScriptError("a field is named by a text");
            }
            properties.put(name, Crossing.toHost(entry.getValue()));
        }
        Crossing.requireModest(properties.keySet());
        Crossing.requireModest(properties.values());
        return properties;
    }

    private static <T> T required(@Nullable T given) {
        if (given == null) {
            throw ScriptError.emptyValue();
        }
        return given;
    }
}
