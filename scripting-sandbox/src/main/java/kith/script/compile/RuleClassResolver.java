package kith.script.compile;

import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.transform.CompileStatic;
import groovy.transform.stc.POJO;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.script.library.RuleError;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.jspecify.annotations.Nullable;

/** Finds the classes that a rule may name and no others, whatever the class path holds. */
final class RuleClassResolver extends ClassNodeResolver {

    private static final Map<String, Class<?>> NAMEABLE =
            Stream.of(
                            ArrayList.class,
                            BigDecimal.class,
                            BigInteger.class,
                            Boolean.class,
                            CharSequence.class,
                            Character.class,
                            ChronoUnit.class,
                            Closure.class,
                            Collection.class,
                            Comparable.class,
                            CompileStatic.class,
                            DayOfWeek.class,
                            Double.class,
                            Exception.class,
                            GString.class,
                            HashMap.class,
                            HashSet.class,
                            Integer.class,
                            Iterable.class,
                            Iterator.class,
                            LinkedHashMap.class,
                            LinkedHashSet.class,
                            List.class,
                            LocalDate.class,
                            Long.class,
                            Map.class,
                            Map.Entry.class,
                            Matcher.class,
                            Math.class,
                            Number.class,
                            Object.class,
                            OffsetDateTime.class,
                            POJO.class,
                            Pattern.class,
                            RoundingMode.class,
                            RuleError.class,
                            RuntimeException.class,
                            Set.class,
                            String.class,
                            StringBuilder.class)
                    .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    /** What a rule may name without an import, beside what Groovy imports by itself. */
    static final List<Class<?>> IMPORTED =
            List.of(
                    ChronoUnit.class,
                    DayOfWeek.class,
                    LocalDate.class,
                    OffsetDateTime.class,
                    RoundingMode.class);

    private final RuleTypes types;

    RuleClassResolver(RuleTypes types) {
        this.types = types;
    }

    /**
     * Whether a type of Java has this simple name, which an object of the dictionary then lacks.
     */
    static boolean isTaken(String simpleName) {
        return NAMEABLE.values().stream().anyMatch(type -> type.getSimpleName().equals(simpleName));
    }

    @Override
    public @Nullable LookupResult findClassNode(String name, CompilationUnit unit) {
        ClassNode dictionaryClass = types.byClassName(name);
        if (dictionaryClass != null) {
            return new LookupResult(null, dictionaryClass);
        }
        if (unit.getPhase() >= Phases.CLASS_GENERATION) {
            // The generator looks up classes of Groovy's own that it emits; the byte-code gate
            // judges what comes of it.
            return super.findClassNode(name, unit);
        }
        Class<?> type = NAMEABLE.get(name);
        return type == null ? null : new LookupResult(null, ClassHelper.make(type));
    }
}
