package kith.metadata;

import java.util.Optional;

/**
 * How a rule is called.
 *
 * @param per what it is called once for
 * @param mode whose rights it has
 * @param when the condition under which it is called for a record; empty for all records
 * @param button how people set it off; empty where they do not
 */
public record RuleCall(Per per, Mode mode, Optional<String> when, Optional<RuleButton> button) {

    /** For each record, with the rights of whoever writes. */
    public static final RuleCall PLAIN = new RuleCall(Per.RECORD, Mode.USER, Optional.empty());

    /** Of a rule that nobody sets off. */
    public RuleCall(Per per, Mode mode, Optional<String> when) {
        this(per, mode, when, Optional.empty());
    }

    /** What a rule is called once for. */
    public enum Per {
        /** A record. */
        RECORD,
        /** All records that are written together. */
        BATCH
    }

    /** Whose rights a rule has. */
    public enum Mode {
        /** Those of whoever writes. */
        USER,
        /** All. */
        SYSTEM
    }
}
