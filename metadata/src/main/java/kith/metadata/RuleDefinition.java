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
        String script,
        Optional<String> packageName)
        implements Component {

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
                id, ofObject, called, label, description, on, order, isActive, script, packageName);
    }

    /** The moments of a write at which a rule can run. */
    public enum Moment {
        BEFORE_CREATE,
        BEFORE_UPDATE
    }
}
