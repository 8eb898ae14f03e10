package kith.script.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** A record whose values have to be asked for. */
class SlowRecord implements ScriptRecord {

    private final Map<String, @Nullable Object> values;
    final List<String> asked = new ArrayList<>();

    SlowRecord(Map<String, ? extends @Nullable Object> values) {
        this.values = new HashMap<>(values);
    }

    @Override
    public @Nullable Object get(String property) {
        asked.add(property);
        return values.get(property);
    }

    @Override
    public void set(String property, @Nullable Object value) {
        values.put(property, value);
    }
}
