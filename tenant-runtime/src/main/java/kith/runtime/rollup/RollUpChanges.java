package kith.runtime.rollup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.metadata.expression.Condition;
import kith.metadata.expression.EvaluationSteps;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.RecordValues;
import org.jspecify.annotations.Nullable;

/** Gathers what the records of a write add to the results of roll-ups, and take from them. */
public final class RollUpChanges {

    private final Catalog catalog;
    private final Instant now;
    private final EvaluationSteps steps = new EvaluationSteps();
    private final Map<String, ParentChanges> parents = new TreeMap<>();

    public RollUpChanges(Catalog catalog, Instant now) {
        this.catalog = catalog;
        this.now = now;
    }

    /** What one record counts for in a roll-up. */
    private record Part(UUID parent, @Nullable Object value) {}

    /**
     * Takes in a record.
     *
     * @param before what it was, where it counted before the write
     * @param after what it is, where it counts from now on
     */
    public void add(ObjectType child, Optional<RecordValues> before, Optional<RecordValues> after) {
        for (RollUp rollUp : catalog.rollUpsOver(child)) {
            Optional<Part> old = before.flatMap(values -> part(rollUp, values));
            Optional<Part> next = after.flatMap(values -> part(rollUp, values));
            if (!old.equals(next)) {
                old.ifPresent(part -> delta(rollUp, part).go(part.value()));
                next.ifPresent(part -> delta(rollUp, part).come(part.value()));
            }
        }
    }

    /** The records whose results change, by their objects. */
    public List<ParentChanges> parents() {
        return parents.values().stream().filter(changes -> !changes.ids().isEmpty()).toList();
    }

    private Optional<Part> part(RollUp rollUp, RecordValues values) {
        if (!(values.value(List.of(), rollUp.through()) instanceof UUID parent)) {
            return Optional.empty();
        }
        Evaluator evaluator = new Evaluator(values, now, steps);
        boolean counts =
                rollUp.where()
                        .map(where -> evaluator.holds(((Condition) where).expression()))
                        .orElse(true);
        if (!counts) {
            return Optional.empty();
        }
        if (rollUp.function() == Function.COUNT) {
            return Optional.of(new Part(parent, null));
        }
        Object value = evaluator.evaluate(ChildValues.expression(rollUp));
        return value == null ? Optional.empty() : Optional.of(new Part(parent, value));
    }

    private Delta delta(RollUp rollUp, Part part) {
        return parents.computeIfAbsent(
                        rollUp.field().object(), name -> new ParentChanges(catalog.require(name)))
                .delta(rollUp, part.parent());
    }
}
