package kith.metadata;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A script that runs inside the write of a record.
 *
 * @param object name of the object whose writes it joins
 * @param on the moments at which it runs, never empty
 * @param order rules of one moment run by ascending order, then by name
 * @param call how it is called
 * @param script Groovy source
 */
public record RuleDefinition(
        UUID id,
        String object,
        String name,
        String label,
        Optional<String> description,
        Set<Moment> on,
        int order,
        boolean isActive,
        RuleCall call,
        String script,
        Optional<String> packageName)
        implements Component {

    /** A rule that is called for each record, with the rights of whoever writes. */
    public RuleDefinition(
            UUID id,
            String object,
            String name,
            String label,
            Optional<String> description,
            Set<Moment> on,
            int order,
            boolean isActive,
            String script,
            Optional<String> packageName) {
        this(
                id,
                object,
                name,
                label,
                description,
                on,
                order,
                isActive,
                RuleCall.PLAIN,
                script,
                packageName);
    }

    public RuleDefinition {
        on = Set.copyOf(EnumSet.copyOf(on));
    }

    @Override
    public ComponentKind kind() {
        return ComponentKind.RULE;
    }

    /** The same rule of an object that is called differently now. */
    public RuleDefinition ofObject(String objectName) {
        return copy(objectName, name);
    }

    /** The same rule under another name. */
    public RuleDefinition named(String newName) {
        return copy(object, newName);
    }

    private RuleDefinition copy(String ofObject, String called) {
        return new RuleDefinition(
                id,
                ofObject,
                called,
                label,
                description,
                on,
                order,
                isActive,
                call,
                script,
                packageName);
    }

    /** Whether it may set the fields of the records that it is called for. */
    public boolean mayFill() {
        return on.stream().allMatch(Moment::isForFilling);
    }

    /** The moments of a write at which a rule can run. */
    public enum Moment {
        BEFORE_CREATE,
        AFTER_CREATE,
        BEFORE_UPDATE,
        AFTER_UPDATE,
        BEFORE_DELETE,
        AFTER_DELETE,
        BEFORE_RESTORE,
        AFTER_RESTORE,
        /** When somebody asks for it; no write does. */
        BUTTON;

        /** Whether what a rule sets on its record then is saved. */
        public boolean isForFilling() {
            return this == BEFORE_CREATE || this == BEFORE_UPDATE || this == BUTTON;
        }
    }
}
