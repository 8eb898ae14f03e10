package kith.script.allow;

import java.util.Map;

/**
 * The types that stand in for Groovy's and for concrete collections wherever a rule's code names
 * them.
 */
public final class StandIns {

    private static final Map<String, String> BY_TYPE =
            Map.ofEntries(
                    Map.entry("groovy/lang/Closure", "kith/script/library/ScriptFunction"),
                    Map.entry("groovy/lang/EmptyRange", "java/util/List"),
                    Map.entry("groovy/lang/GString", "java/lang/String"),
                    Map.entry("groovy/lang/IntRange", "kith/script/library/ScriptRange"),
                    Map.entry("groovy/lang/Range", "kith/script/library/ScriptRange"),
                    Map.entry("groovy/lang/Reference", "kith/script/library/ScriptReference"),
                    // What values of different types have in common, to the compiler.
                    Map.entry("java/io/Serializable", "java/lang/Object"),
                    Map.entry("java/lang/Cloneable", "java/lang/Object"),
                    Map.entry("java/lang/constant/Constable", "java/lang/Object"),
                    Map.entry("java/lang/constant/ConstantDesc", "java/lang/Object"),
                    Map.entry("java/util/RandomAccess", "java/lang/Object"),
                    Map.entry("java/util/AbstractCollection", "java/util/Collection"),
                    Map.entry("java/util/AbstractList", "java/util/List"),
                    Map.entry("java/util/AbstractMap", "java/util/Map"),
                    Map.entry("java/util/AbstractSet", "java/util/Set"),
                    Map.entry("java/util/ArrayList", "java/util/List"),
                    Map.entry("java/util/HashMap", "java/util/Map"),
                    Map.entry("java/util/HashSet", "java/util/Set"),
                    Map.entry("java/util/LinkedHashMap", "java/util/Map"),
                    Map.entry("java/util/LinkedHashSet", "java/util/Set"),
                    Map.entry("org/codehaus/groovy/runtime/GStringImpl", "java/lang/String"));

    private StandIns() {}

    /** The type that stands in for one, by internal names; the type itself where none does. */
    public static String of(String internalName) {
        return BY_TYPE.getOrDefault(internalName, internalName);
    }
}
