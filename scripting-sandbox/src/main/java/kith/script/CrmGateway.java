package kith.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records that a rule reaches beyond its own, as {@code crm}. Object and property names of
 * constant calls were checked when the rule was compiled; an implementation checks them again, with
 * the access of whoever the rule runs for. Values are of the types named at {@link
 * ScriptType.Scalar}.
 */
public interface CrmGateway {

    /** Records whose properties equal the criteria, at most {@code maxRows} of them. */
    List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows);

    /** The record with this id, or {@code null} where there is none that may be seen. */
    @Nullable ScriptRecord get(String objectType, String id);

    /** Creates a record and returns it as it now is. */
    ScriptRecord create(String objectType, Map<String, @Nullable Object> values);

    /** Writes what the rule set on a record that came from this gateway. */
    void update(ScriptRecord record);

    /** Writes values of the record with this id. */
    void update(String objectType, String id, Map<String, @Nullable Object> values);

    /** Deletes a record that came from this gateway. */
    void delete(ScriptRecord record);

    /** Deletes the record with this id. */
    void delete(String objectType, String id);

    /** For rules that run where no other records can be reached: every call is refused. */
    static CrmGateway unavailable() {
        return UnavailableCrmGateway.INSTANCE;
    }
}
