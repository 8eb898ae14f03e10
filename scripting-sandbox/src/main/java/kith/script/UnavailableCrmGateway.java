package kith.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

enum UnavailableCrmGateway implements CrmGateway {
    INSTANCE;

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        throw refusal();
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        throw refusal();
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        throw refusal();
    }

    @Override
    public void update(ScriptRecord record) {
        throw refusal();
    }

    @Override
    public void update(String objectType, String id, Map<String, @Nullable Object> values) {
        throw refusal();
    }

    @Override
    public void delete(ScriptRecord record) {
        throw refusal();
    }

    @Override
    public void delete(String objectType, String id) {
        throw refusal();
    }

    private static RuleRefusal refusal() {
        return new RuleRefusal("other records are not available here");
    }
}
