package kith.script.allow;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;

/** The short names of types in the lists. */
final class TypeNames {

    private static final Map<String, String> PRIMITIVES =
            Map.of(
                    "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J",
                    "float", "F", "double", "D", "void", "V");

    private static final Map<String, String> PACKAGES =
            Map.ofEntries(
                    Map.entry(
                            "java/lang/",
                            "Boolean Byte Character CharSequence Class Comparable"
                                    + " Double Exception Float Integer Iterable Long Math Number Object"
                                    + " Short String StringBuilder Throwable"),
                    Map.entry("java/math/", "BigDecimal BigInteger RoundingMode"),
                    Map.entry(
                            "java/time/",
                            "DayOfWeek LocalDate LocalTime OffsetDateTime ZoneOffset"),
                    Map.entry("java/time/chrono/", "ChronoLocalDate"),
                    Map.entry("java/time/temporal/", "ChronoUnit Temporal TemporalUnit"),
                    Map.entry(
                            "java/util/",
                            "AbstractCollection AbstractMap Collection Iterator List Map Set"),
                    Map.entry("java/util/regex/", "Matcher Pattern"),
                    Map.entry("groovy/lang/", "Closure EmptyRange GString IntRange Range"),
                    Map.entry("kith/script/library/", "ScriptObject"));

    private static final Map<String, String> INTERNAL_NAMES = internalNames();

    private TypeNames() {}

    static String descriptor(String name) {
        if (name.endsWith("[]")) {
            return "[" + descriptor(name.substring(0, name.length() - 2));
        }
        String primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        String internalName = INTERNAL_NAMES.get(name);
        if (internalName == null) {
            throw new IllegalArgumentException("unknown type in an allow-list: " + name);
        }
        return "L" + internalName + ";";
    }

    /** The short name of a type, for lists and for messages. */
    static String shortName(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> shortName(type.getElementType()) + "[]".repeat(type.getDimensions());
            case Type.OBJECT -> {
                String name = type.getInternalName();
                yield name.substring(name.lastIndexOf('/') + 1);
            }
            default -> type.getClassName();
        };
    }

    private static Map<String, String> internalNames() {
        var names = new HashMap<String, String>();
        PACKAGES.forEach((prefix, simpleNames) -> {
            for (String simpleName : simpleNames.split(" ", -1)) {
                names.put(simpleName, prefix + simpleName);
            }
        });
        return Map.copyOf(names);
    }
}
