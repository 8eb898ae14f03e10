package kith.bench.rule;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kith.script.ObjectType;
import kith.script.PropertyType;
import kith.script.ScriptRecord;
import kith.script.ScriptType;
import kith.script.ScriptType.Scalar;
import kith.script.ScriptTypes;
import org.jspecify.annotations.Nullable;

/** An opportunity in memory, as the server shows one to a rule. */
final class SampleOpportunity implements ScriptRecord {

    /** What rules know of its object and of what it refers to. */
    static final ScriptTypes TYPES =
            ScriptTypes.of(
                    List.of(
                            ObjectType.of(
                                    TypicalRules.OBJECT,
                                    List.of(
                                            new PropertyType("name", Scalar.TEXT, true),
                                            new PropertyType("stage", Scalar.TEXT, true),
                                            new PropertyType("amount", Scalar.NUMBER, true),
                                            new PropertyType("probability", Scalar.NUMBER, true),
                                            new PropertyType("closeDate", Scalar.DATE, true),
                                            new PropertyType(
                                                    "account",
                                                    new ScriptType.Reference("Account"),
                                                    false))),
                            ObjectType.of(
                                    "Account",
                                    List.of(
                                            new PropertyType("name", Scalar.TEXT, false),
                                            new PropertyType("revenue", Scalar.NUMBER, false)))));

    private final Map<String, @Nullable Object> values;

    private SampleOpportunity(Map<String, ?> values) {
        this.values = new HashMap<>(values);
    }

    /** A new one that gives each rule something to do. */
    static SampleOpportunity fresh() {
        return new SampleOpportunity(
                Map.of(
                        "name",
                        "  Renewal   of the fleet ",
                        "stage",
                        "proposal",
                        "amount",
                        new BigDecimal("1250000.00"),
                        "account",
                        new SampleOpportunity(
                                Map.of(
                                        "id",
                                        "a-1",
                                        "name",
                                        "Acme",
                                        "revenue",
                                        new BigDecimal("25000000")))));
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
}
