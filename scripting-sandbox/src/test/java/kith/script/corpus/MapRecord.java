package kith.script.corpus;

import java.util.HashMap;
import java.util.Map;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** A record in memory. */
public final class MapRecord implements ScriptRecord {

    private final Map<String, @Nullable Object> values;

    public MapRecord(Map<String, ? extends @Nullable Object> values) {
        this.values = new HashMap<>(values);
    }

    @Override
    public @Nullable Object get(String property) {
        return values.get(property);
    }

    @Override
    public boolean isAtHand(String property) {
        return true;
    }

    @Override
    public void set(String property, @Nullable Object value) {
        values.put(property, value);
    }

    /** Two records of equal content are different records. */
    public Map<String, @Nullable Object> content() {
        return values;
    }
}
