package kith.runtime.rule;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.rule.ScriptValue.OfRecord;
import kith.runtime.rule.ScriptValue.OfRecords;
import kith.runtime.rule.ScriptValue.OfType;
import kith.runtime.rule.ScriptValue.Unknown;
import kith.script.ScriptType;

/**
 * What a chain of names and calls comes to, as far as the text before it tells.
 *
 * @param code the script up to the chain
 */
record ScriptInference(Catalog catalog, ObjectType object, String code) {

    private static final int DEEPEST = 6;
    private static final Unknown UNKNOWN = new Unknown();
    private static final String NAME = "[A-Za-z_]\\w*";
    private static final Pattern FIRST = Pattern.compile("^(" + NAME + ")(\\(\\s*\\))?");
    private static final Pattern NEXT =
            Pattern.compile("^\\s*[?*]?\\.(" + NAME + ")|^(\\[)|^([({])");
    private static final Pattern OTHER_RECORDS =
            Pattern.compile("^crm\\.(query|get|create)\\(\\s*['\"](\\w+)['\"]");
    private static final Pattern CLOSURE =
            Pattern.compile("\\.(\\w+)\\s*\\{\\s*(?:(" + NAME + ")\\s*->)?");
    private static final Set<String> ONE_OF_MANY =
            Set.of("first", "last", "find", "head", "min", "max");
    private static final Set<String> SOME_OF_MANY =
            Set.of(
                    "findAll",
                    "sort",
                    "toSorted",
                    "unique",
                    "take",
                    "drop",
                    "tail",
                    "init",
                    "takeWhile",
                    "dropWhile",
                    "toList",
                    "reverse",
                    "plus",
                    "minus");
    private static final Map<String, String> GIVEN =
            Map.of(
                    "crm", "kith/script/library/ScriptCrm",
                    "log", "kith/script/library/ScriptLog",
                    "limits", "kith/script/library/ScriptLimits",
                    "isNew", "java/lang/Boolean",
                    "today", "java/time/LocalDate",
                    "now", "java/time/OffsetDateTime");

    ScriptValue of(String expression) {
        return of(expression.strip(), 0);
    }

    private ScriptValue of(String expression, int depth) {
        if (depth > DEEPEST) {
            return UNKNOWN;
        }
        if (expression.startsWith("'") || expression.startsWith("\"")) {
            return new OfType("java/lang/String");
        }
        Matcher records = OTHER_RECORDS.matcher(expression);
        if (records.find()) {
            Optional<ObjectType> other = catalog.object(records.group(2));
            int end = closing(expression, expression.indexOf('('));
            return other.isEmpty() || end < 0
                    ? UNKNOWN
                    : followed(
                            records.group(1).equals("query")
                                    ? new OfRecords(other.get())
                                    : new OfRecord(other.get(), false),
                            expression.substring(end + 1));
        }
        Matcher first = FIRST.matcher(expression);
        return first.find()
                ? followed(named(first.group(1), depth), expression.substring(first.end()))
                : UNKNOWN;
    }

    private ScriptValue named(String name, int depth) {
        if (name.equals("record") || name.equals("old")) {
            return new OfRecord(object, name.equals("record"));
        }
        String given = GIVEN.get(name);
        return given != null ? new OfType(given) : variable(name, depth);
    }

    /** The last value that it was given, or what a closure or a loop is given. */
    private ScriptValue variable(String name, int depth) {
        Optional<MatchResult> given =
                last("\\b" + Pattern.quote(name) + "\\s*=\\s*([^=\\n;][^\\n;]*)");
        Optional<MatchResult> loop =
                last(
                        "\\bfor\\s*\\(\\s*(?:\\w+\\s+)?"
                                + Pattern.quote(name)
                                + "\\s+in\\s+([^\\n{]+)\\)");
        Optional<MatchResult> closure =
                CLOSURE.matcher(code)
                        .results()
                        .filter(found ->
                                name.equals(found.group(2) == null ? "it" : found.group(2)))
                        .reduce((_, later) -> later);
        int latest = Math.max(start(given), Math.max(start(loop), start(closure)));
        if (latest < 0) {
            return UNKNOWN;
        }
        if (start(given) == latest) {
            return of(given.orElseThrow().group(1).strip(), depth + 1);
        }
        if (start(loop) == latest) {
            return element(of(loop.orElseThrow().group(1).strip(), depth + 1));
        }
        int dot = closure.orElseThrow().start();
        return element(of(code.substring(ScriptPlace.expressionStart(code, dot), dot), depth + 1));
    }

    private Optional<MatchResult> last(String pattern) {
        return Pattern.compile(pattern).matcher(code).results().reduce((_, later) -> later);
    }

    private static int start(Optional<MatchResult> found) {
        return found.map(MatchResult::start).orElse(-1);
    }

    private static ScriptValue element(ScriptValue value) {
        return switch (value) {
            case OfRecords(var each) -> new OfRecord(each, false);
            case OfRecord _, OfType _, Unknown _ -> UNKNOWN;
        };
    }

    private ScriptValue followed(ScriptValue start, String chain) {
        ScriptValue value = start;
        String rest = chain;
        while (!rest.isBlank()) {
            Matcher next = NEXT.matcher(rest);
            if (!next.find()) {
                return UNKNOWN;
            }
            if (next.group(1) != null) {
                value = member(value, next.group(1));
                rest = rest.substring(next.end());
            } else {
                int end = closing(rest, 0);
                if (end < 0) {
                    return UNKNOWN;
                }
                value = next.group(2) == null ? value : element(value);
                rest = rest.substring(end + 1);
            }
        }
        return value;
    }

    private ScriptValue member(ScriptValue value, String name) {
        return switch (value) {
            case OfRecord(var of, var _) -> property(of, name);
            case OfRecords(var each) ->
                    ONE_OF_MANY.contains(name)
                            ? new OfRecord(each, false)
                            : SOME_OF_MANY.contains(name) ? value : UNKNOWN;
            case OfType(var type) -> returned(type, name);
            case Unknown _ -> UNKNOWN;
        };
    }

    private ScriptValue property(ObjectType of, String name) {
        RuleProperties.Property property = RuleProperties.of(of).get(name);
        if (property == null) {
            return UNKNOWN;
        }
        return switch (RuleProperties.scriptType(property)) {
            case ScriptType.Reference(var target) ->
                    catalog.object(target)
                            .<ScriptValue>map(found -> new OfRecord(found, false))
                            .orElse(UNKNOWN);
            case ScriptType.Scalar scalar -> new OfType(javaType(scalar));
        };
    }

    private static String javaType(ScriptType.Scalar scalar) {
        return switch (scalar) {
            case TEXT, ID -> "java/lang/String";
            case NUMBER -> "java/math/BigDecimal";
            case INTEGER -> "java/lang/Integer";
            case BOOLEAN -> "java/lang/Boolean";
            case DATE -> "java/time/LocalDate";
            case DATE_TIME -> "java/time/OffsetDateTime";
            case TEXT_LIST -> "java/util/List";
        };
    }

    /** Only of the JDK's own types is it known what a method gives. */
    private static ScriptValue returned(String type, String name) {
        if (!type.startsWith("java/")) {
            return UNKNOWN;
        }
        try {
            return Arrays.stream(Class.forName(type.replace('/', '.')).getMethods())
                    .filter(method ->
                            method.getName().equals(name)
                                    || method.getName().equalsIgnoreCase("get" + name))
                    .map(Method::getReturnType)
                    .filter(found -> found.getName().startsWith("java."))
                    .filter(found -> found != Object.class)
                    .findFirst()
                    .<ScriptValue>map(found -> new OfType(found.getName().replace('.', '/')))
                    .orElse(UNKNOWN);
        } catch (ClassNotFoundException _) {
            return UNKNOWN;
        }
    }

    /** Where what is opened there is closed; -1 where it is not. */
    private static int closing(String text, int opening) {
        int depth = 0;
        for (int position = opening; position < text.length(); position++) {
            char sign = text.charAt(position);
            if (sign == '(' || sign == '[' || sign == '{') {
                depth++;
            } else if (sign == ')' || sign == ']' || sign == '}') {
                depth--;
                if (depth == 0) {
                    return position;
                }
            }
        }
        return -1;
    }
}
