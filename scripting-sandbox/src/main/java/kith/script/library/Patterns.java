package kith.script.library;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.LimitError;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions. A pattern may look at characters for ever, so each look is a step; it may
 * count without looking, so its counts are bounded; and it may recurse, so its stack is watched.
 */
public final class Patterns {

    private static final int MAX_PATTERN_LENGTH = 500;
    private static final int MAX_TEXT_LENGTH = 100_000;

    private static final int MAX_REPEAT = 1_000;

    /** Repeats within repeats multiply, and an empty group is repeated without looking at text. */
    private static final int MAX_REPEATS_TOGETHER = 10_000;

    /** Ways to go on without looking at a character, and how many of them cost a step. */
    private static final int MAX_PATHS = 1_000;

    private static final int PATHS_PER_STEP = 4;

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
    private static final int COMPILE_COST = 200;
    private static final int COMPILE_COST_PER_CHARACTER = 20;
    private static final int COMPILE_BYTES = 2_000;

    /** Of a matcher, and of counting the ways through its pattern. */
    private static final int MATCHER_BYTES = 200;

    private static final int BYTES_A_CHARACTER = 64;

    private Patterns() {}

    public static Pattern compile(@Nullable Object pattern) {
        if (pattern instanceof Pattern compiled) {
            return compiled;
        }
        String text = Values.text(pattern);
        Meter meter = Meter.current();
        meter.spend(COMPILE_COST + (long) COMPILE_COST_PER_CHARACTER * text.length());
        meter.allocate(COMPILE_BYTES);
        if (text.length() > MAX_PATTERN_LENGTH) {
            throw meter.exhaust(LimitName.PATTERN, "a pattern is longer than 500 characters");
        }
        requireFewRepeats(text, meter);
        if (PatternPaths.count(text) > MAX_PATHS) {
            throw meter.exhaust(
                    LimitName.PATTERN, "a pattern has too many parts that may be empty");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new ScriptError("the pattern is not valid: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw meter.exhaust(LimitName.PATTERN, "a pattern is nested too deeply");
        }
    }

    public static Matcher matcher(@Nullable Object text, @Nullable Object pattern) {
        Meter meter = Meter.current();
        String whole = Values.text(text);
        if (whole.length() > MAX_TEXT_LENGTH) {
            throw meter.exhaust(
                    LimitName.PATTERN, "a text searched by a pattern is over 100,000 characters");
        }
        Pattern compiled = compile(pattern);
        int paths = payForScan(compiled, whole.length());
        return compiled.matcher(new MeteredText(whole, meter, 1 + paths / PATHS_PER_STEP));
    }

    /** Pays for going through a text once without looking at it; how many ways there are. */
    private static int payForScan(Pattern pattern, int length) {
        Meter meter = Meter.current();
        int size = pattern.pattern().length();
        meter.spend(size);
        meter.allocate(MATCHER_BYTES + (long) size * BYTES_A_CHARACTER);
        int paths = (int) PatternPaths.count(pattern.pattern());
        meter.spend((long) paths * (length + 1) / PATHS_PER_STEP);
        return paths;
    }

    public static boolean matches(@Nullable Object text, @Nullable Object pattern) {
        if (text == null || pattern == null) {
            return false;
        }
        Matcher matcher = matcher(text, pattern);
        return watched(matcher::matches);
    }

    public static boolean matches(Matcher matcher) {
        payForScan(matcher.pattern(), 0);
        return watched(matcher::matches);
    }

    public static boolean find(Matcher matcher) {
        boolean isFound = watched(matcher::find);
        if (!isFound) {
            // The next search would begin at the start again.
            payForScan(matcher.pattern(), matcher.regionEnd());
        }
        return isFound;
    }

    public static @Nullable String group(Matcher matcher) {
        return group(matcher, 0);
    }

    public static @Nullable String group(Matcher matcher, int group) {
        if (group < 0 || group > matcher.groupCount()) {
            throw new ScriptError("the pattern has no group %d".formatted(group));
        }
        if (!matcher.hasMatch()) {
            throw new ScriptError("the pattern has not been found");
        }
        return matcher.group(group);
    }

    /** The match at a position: its text, or its groups where it has any. */
    public static @Nullable Object match(Matcher matcher, int index) {
        matcher.reset();
        payForScan(matcher.pattern(), matcher.regionEnd());
        for (int i = 0; i <= index; i++) {
            if (!find(matcher)) {
                throw new ScriptError("the pattern was not found that often");
            }
        }
        return matchOf(matcher);
    }

    public static @Nullable String first(CharSequence text, CharSequence pattern) {
        Matcher matcher = matcher(text, pattern);
        return find(matcher) ? group(matcher) : null;
    }

    public static ScriptList all(CharSequence text, CharSequence pattern) {
        Matcher matcher = matcher(text, pattern);
        var matches = new ScriptList();
        while (find(matcher)) {
            matches.add(group(matcher));
        }
        return matches;
    }

    public static String replaceAll(
            CharSequence text, CharSequence pattern, CharSequence replacement) {
        return Replacement.of(replacement).replace(text.toString(), matcher(text, pattern), true);
    }

    public static String replaceAll(CharSequence text, Pattern pattern, CharSequence replacement) {
        return Replacement.of(replacement).replace(text.toString(), matcher(text, pattern), true);
    }

    public static String replaceFirst(
            CharSequence text, CharSequence pattern, CharSequence replacement) {
        return Replacement.of(replacement).replace(text.toString(), matcher(text, pattern), false);
    }

    public static String replaceEach(
            CharSequence text, CharSequence pattern, @Nullable ScriptFunction replacement) {
        Matcher matcher = matcher(text, pattern);
        var result = new TextBuilder();
        int end = 0;
        while (find(matcher)) {
            result.append(Texts.substring(text.toString(), end, matcher.start()));
            result.append(Values.text(Functions.apply(replacement, matchOf(matcher))));
            end = matcher.end();
        }
        return result.append(Texts.substring(text.toString(), end)).toString();
    }

    public static String[] split(String text, String pattern) {
        return split(text, pattern, 0);
    }

    public static String[] split(String text, String pattern, int limit) {
        Matcher matcher = matcher(text, pattern);
        List<@Nullable Object> parts = new ScriptList();
        int end = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && find(matcher)) {
            if (matcher.end() > 0) {
                parts.add(Texts.substring(text, end, matcher.start()));
                end = matcher.end();
            }
        }
        parts.add(Texts.substring(text, end));
        while (limit == 0 && parts.size() > 1 && "".equals(parts.getLast())) {
            parts.removeLast();
        }
        return parts.toArray(String[]::new);
    }

    private static @Nullable Object matchOf(Matcher matcher) {
        if (matcher.groupCount() == 0) {
            return group(matcher);
        }
        var groups = new ScriptList();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups.add(group(matcher, i));
        }
        return groups;
    }

    private static boolean watched(BooleanSupplier search) {
        try {
            return search.getAsBoolean();
        } catch (LimitError e) {
            // Deep in a pattern, the trace is cut off before it reaches the rule.
            e.setStackTrace(new Throwable().getStackTrace());
            throw e;
        } catch (StackOverflowError e) {
            throw Meter.current().exhaust(LimitName.PATTERN, "a pattern went too deep");
        }
    }

    private static void requireFewRepeats(String pattern, Meter meter) {
        Matcher repeats = REPEAT.matcher(pattern);
        double product = 1;
        while (repeats.find()) {
            String upper = repeats.group(2) == null ? "" : repeats.group(2);
            product *= Math.max(1, count(repeats.group(1)));
            if (product > MAX_REPEATS_TOGETHER || count(upper) > MAX_REPEAT) {
                throw meter.exhaust(LimitName.PATTERN, "a pattern repeats too often");
            }
        }
    }

    private static double count(String digits) {
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
