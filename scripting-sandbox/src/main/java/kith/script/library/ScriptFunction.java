package kith.script.library;

import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A closure of a rule, without metaclass, delegate or owner of Groovy's. The compiler's closure
 * classes are made subclasses of this one.
 */
public abstract class ScriptFunction {

    private final Object owner;
    private final Object rule;

    protected ScriptFunction(Object owner, Object rule) {
        this.owner = owner;
        this.rule = rule;
        Meter.current().allocate(48);
    }

    /** The instance that {@code this} stands for inside the closure. */
    public final Object getThisObject() {
        return rule;
    }

    /** The closure or rule around this closure. */
    public final Object getOwner() {
        return owner;
    }

    /** Calls the closure with exactly or fewer than {@link #arity} arguments. */
    public abstract @Nullable Object invoke(@Nullable Object[] arguments);

    /** How many arguments the closure takes at most. */
    public abstract int arity();
}
