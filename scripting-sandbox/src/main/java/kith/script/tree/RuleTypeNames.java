package kith.script.tree;

import java.util.Set;

/** The types that a rule may spell out, by what it does with them. */
final class RuleTypeNames {

    static final Set<String> IMPORTED =
            Set.of(
                    "java.math.BigDecimal",
                    "java.math.RoundingMode",
                    "java.time.DayOfWeek",
                    "java.time.LocalDate",
                    "java.time.OffsetDateTime",
                    "java.time.temporal.ChronoUnit");

    static final Set<String> CAST =
            Set.of(
                    "BigDecimal",
                    "Boolean",
                    "Integer",
                    "List",
                    "LocalDate",
                    "Long",
                    "Map",
                    "Number",
                    "Object",
                    "Set",
                    "String",
                    "boolean",
                    "int",
                    "long",
                    "java.lang.Integer",
                    "java.lang.Object",
                    "java.lang.String",
                    "java.math.BigDecimal",
                    "java.time.LocalDate",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Set");

    static final Set<String> CREATED =
            Set.of(
                    "ArrayList",
                    "BigDecimal",
                    "HashMap",
                    "HashSet",
                    "LinkedHashMap",
                    "LinkedHashSet",
                    "RuleError",
                    "StringBuilder",
                    "java.lang.StringBuilder",
                    "java.math.BigDecimal",
                    "java.util.ArrayList");

    static final Set<String> CAUGHT =
            Set.of(
                    "Exception",
                    "Object",
                    "RuleError",
                    "RuntimeException",
                    "java.lang.Exception",
                    "java.lang.Object");

    private RuleTypeNames() {}
}
