package kith.script.allow;

import java.lang.reflect.Method;

/** What a list says of one member of a type. */
public sealed interface AllowedMember {

    /**
     * The member itself may be used: a method, or a static field whose descriptor is then empty.
     *
     * @param owner internal name of the type in whose list it stands
     */
    record Direct(String owner, String name, String arguments) implements AllowedMember {}

    /** A call that becomes a call of the rule library. */
    record Replaced(Method replacement) implements AllowedMember {}
}
