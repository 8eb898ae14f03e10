package kith.runtime.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Rule;
import kith.metadata.problem.Problem;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/**
 * The record that rules work on. What they set is coerced at once, so that a rule reads back what
 * will be stored; what does not fit becomes a problem of the field.
 */
final class RuledRecord implements ScriptRecord {

    /** A rule can set a wrong value millions of times. */
    private static final int MOST_PROBLEMS = 200;

    private final RuleSubject subject;
    private final Map<String, RuleProperties.Property> properties;
    private RelatedRecords related;
    private final boolean mayFill;
    private final Map<String, Object> values;
    private final Map<String, @Nullable Object> set = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, FieldCause> causes = new LinkedHashMap<>();
    private @Nullable Rule rule;

    RuledRecord(
            RuleSubject subject,
            Map<String, RuleProperties.Property> properties,
            RelatedRecords related,
            boolean mayFill) {
        this.mayFill = mayFill;
        this.subject = subject;
        this.properties = properties;
        this.related = related;
        this.values = new LinkedHashMap<>(subject.values());
    }

    /** What references lead to from now on. */
    void seenThrough(RelatedRecords records) {
        related = records;
    }

    RuleSubject subject() {
        return subject;
    }

    /** Whose rule sets what is set from now on. */
    void workedOnBy(Rule next) {
        rule = next;
    }

    /** Which rule last gave a field another value, by field name. */
    Map<String, FieldCause> causes() {
        return causes;
    }

    /** Typed values as they are now, by field name. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** A typed value as it is now. */
    @Nullable Object value(String field) {
        return values.get(field);
    }

    /** What rules set so far, by field name. */
    Map<String, @Nullable Object> changes() {
        return new LinkedHashMap<>(set);
    }

    @Override
    public @Nullable Object get(String property) {
        return ReferencedRecord.read(properties.get(property), values, related);
    }

    @Override
    public boolean isAtHand(String property) {
        return ReferencedRecord.isAtHand(properties.get(property), values, related);
    }

    @Override
    public void set(String property, @Nullable Object value) {
        set(property, value, 0);
    }

    /** The compiler lets no rule set what is not its own; here even tampered code does not. */
    @Override
    public void set(String property, @Nullable Object value, int line) {
        RuleProperties.Property known = properties.get(property);
        if (known == null || !mayFill || !RuleProperties.isSettable(subject.object(), known)) {
            throw new IllegalArgumentException("No property " + property);
        }
        Field field = known.field();
        switch (FieldValues.coerce(field.type(), RuleProperties.fromScript(field, value))) {
            case Coercion.Accepted(var typed) -> keep(field.name(), typed, line);
            case Coercion.Refused(var problem) -> add(field.name(), problem);
        }
    }

    private void keep(String field, @Nullable Object typed, int line) {
        if (rule != null && !Objects.equals(values.get(field), typed)) {
            causes.put(
                    field, new FieldCause(rule.definition().id(), rule.definition().name(), line));
        }
        set.put(field, typed);
        if (typed == null) {
            values.remove(field);
        } else {
            values.put(field, typed);
        }
    }

    /** A problem of the record or, with a name, of one of its fields; of very many, the first. */
    void add(@Nullable String field, Problem problem) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        List<Object> path = new ArrayList<>(subject.path());
        if (field != null) {
            path.add(field);
        }
        problems.add(problem.at(path));
    }

    RuleVerdict verdict() {
        return new RuleVerdict(set, problems, causes);
    }
}
