package kith.runtime.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Why a field of a record has the value that it has.
 *
 * @param value in the form of the API
 * @param keepsHistory whether the object writes down who changed what
 * @param changes those that touched the field, the newest first; of very many, the newest
 * @param formula what computes it, for a field that stores nothing
 * @param defaultValue what the field takes in new records where nothing is given
 * @param defaultExpression what computes that
 */
public record Why(
        String object,
        UUID record,
        String field,
        JsonNode value,
        boolean keepsHistory,
        List<Change> changes,
        Optional<FormulaUse> formula,
        Optional<JsonNode> defaultValue,
        Optional<String> defaultExpression) {

    public Why {
        changes = List.copyOf(changes);
    }

    /**
     * A change of the field.
     *
     * @param user empty where it was the platform
     * @param rule that set the value; empty where whoever wrote gave it
     * @param isDefault whether the record was made with the field's default
     */
    public record Change(
            int version,
            Instant at,
            Optional<LoggedRun.User> user,
            String origin,
            String kind,
            JsonNode before,
            JsonNode after,
            Optional<RuleLine> rule,
            boolean isDefault) {}

    /**
     * A line of a rule.
     *
     * @param name as the rule is called now, or was called then where it is gone
     * @param line 0 where it is unknown
     * @param text of the line as it was then; empty where it is unknown
     */
    public record RuleLine(UUID id, String name, int line, Optional<String> text) {}

    /** The expression of a field, and what it was computed from. */
    public record FormulaUse(String expression, List<Input> inputs) {

        public FormulaUse {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A value that a formula reads.
     *
     * @param path e.g. {@code account.industry}
     * @param record that it is a field of; empty where a reference on the way leads nowhere
     */
    public record Input(
            String path,
            String label,
            String object,
            String field,
            Optional<UUID> record,
            JsonNode value) {}
}
