package kith.script.process;

import java.util.List;
import java.util.Map;
import kith.script.CrmGateway;
import kith.script.Limits;
import kith.script.ScriptRecord;
import kith.script.corpus.MapRecord;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import kith.script.run.RunnableScript;
import org.jspecify.annotations.Nullable;

/** Runs the rule again for each record that it creates, as a host with rules on tasks does. */
final class NestingCrm implements CrmGateway {

    private final CrmGateway records = new SampleCrm();
    private final RunnableScript script;
    private int depth = 1;
    int deepest;

    NestingCrm(RunnableScript script) {
        this.script = script;
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        deepest = Math.max(deepest, depth);
        depth++;
        script.run(
                SampleCrm.opportunity(), null, RuleBench.context(Limits.synchronous(), this, null));
        depth--;
        return new MapRecord(values);
    }

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        return records.query(objectType, criteria, maxRows);
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        return records.get(objectType, id);
    }

    @Override
    public void update(ScriptRecord record) {
        records.update(record);
    }

    @Override
    public void delete(ScriptRecord record) {
        records.delete(record);
    }

    @Override
    public void update(String objectType, String id, Map<String, @Nullable Object> values) {
        records.update(objectType, id, values);
    }

    @Override
    public void delete(String objectType, String id) {
        records.delete(objectType, id);
    }
}
