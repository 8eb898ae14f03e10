package kith.script.library;

/**
 * In how many ways a pattern can go on without looking at a character, at most. Looking at one is
 * paid for; trying {@code (|)(|)(|)} against the end of a text is not, and has eight ways.
 *
 * <p>It reads a pattern as {@link java.util.regex.Pattern} does. What it takes for a character
 * where there is more to it, the pattern's compiler refuses.
 */
final class PatternPaths {

    private static final long MOST = Integer.MAX_VALUE;
    private static final String ZERO_WIDTH_ESCAPES = "bBAGzZk";
    private static final String ESCAPES_WITH_NAME = "pPxNkb";

    /**
     * A part of a pattern.
     *
     * @param isNullable whether it matches the empty text
     * @param ways to get through it without looking at a character, or to give up
     * @param least characters that it matches
     * @param most characters that it matches; where it looks behind, it is tried for each length
     */
    private record Part(boolean isNullable, long ways, long least, long most) {

        static final Part CHARACTER = new Part(false, 1, 1, 1);
        static final Part LINE_BREAK = new Part(false, 1, 1, 2);
        static final Part POSITION = new Part(true, 1, 0, 0);

        Part then(Part next) {
            return new Part(
                    isNullable && next.isNullable,
                    atMost(ways * next.ways),
                    atMost(least + next.least),
                    atMost(most + next.most));
        }

        Part repeated(long from, long to) {
            return new Part(
                    isNullable || from == 0,
                    isNullable ? atMost((ways + 1) * Math.max(1, from)) : ways,
                    atMost(least * from),
                    atMost(most * to));
        }

        Part lookedFor(boolean isBehind) {
            return new Part(true, isBehind ? atMost(ways * (1 + most - least)) : ways, 0, 0);
        }

        private static long atMost(long number) {
            return Math.min(MOST, number);
        }
    }

    private final String pattern;
    private int at;

    private PatternPaths(String pattern) {
        this.pattern = pattern;
    }

    static long count(String pattern) {
        var paths = new PatternPaths(withoutQuotes(pattern));
        Part whole = Part.POSITION;
        while (paths.at < paths.pattern.length()) {
            whole = whole.then(paths.alternatives());
            // A closing parenthesis too many; the pattern is not valid.
            paths.at++;
        }
        return whole.ways();
    }

    /** As the JDK does, before anything else: what is quoted consists of plain characters. */
    private static String withoutQuotes(String pattern) {
        var text = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("\\Q", i)) {
                int end = pattern.indexOf("\\E", i + 2);
                text.repeat('q', (end < 0 ? pattern.length() : end) - i - 2);
                i = end < 0 ? pattern.length() : end + 2;
            } else {
                int length = pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 2 : 1;
                text.append(pattern, i, i + length);
                i += length;
            }
        }
        return text.toString();
    }

    private Part alternatives() {
        boolean isNullable = false;
        long waysOfNullable = 0;
        long ways = 1;
        long least = MOST;
        long most = 0;
        while (true) {
            Part branch = sequence();
            isNullable |= branch.isNullable();
            waysOfNullable += branch.isNullable() ? branch.ways() : 0;
            ways = Math.max(ways, branch.ways());
            least = Math.min(least, branch.least());
            most = Math.max(most, branch.most());
            if (!isAt('|')) {
                ways = Math.min(MOST, Math.max(ways, waysOfNullable));
                return new Part(isNullable, ways, least, most);
            }
            at++;
        }
    }

    private Part sequence() {
        Part sequence = Part.POSITION;
        while (at < pattern.length() && !isAt('|') && !isAt(')')) {
            sequence = sequence.then(quantified(atom()));
        }
        return sequence;
    }

    private Part atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                skipClass();
                yield Part.CHARACTER;
            }
            case '\\' -> escape();
            case '^', '$' -> Part.POSITION;
            default -> Part.CHARACTER;
        };
    }

    private Part group() {
        boolean isLook = false;
        boolean isBehind = false;
        if (isAt('?')) {
            at++;
            isBehind = isAt('<') && (isAt('=', 1) || isAt('!', 1));
            isLook = isBehind || isAt('=') || isAt('!');
            if (isBehind) {
                at += 2;
            } else if (isLook || isAt('>') || isAt(':')) {
                at++;
            } else if (isAt('<')) {
                skipTo('>');
            } else if (skipFlags()) {
                return Part.POSITION;
            }
        }
        Part content = alternatives();
        at++;
        return isLook ? content.lookedFor(isBehind) : content;
    }

    /** Whether the flags stand alone, without a group. */
    private boolean skipFlags() {
        while (at < pattern.length()) {
            char flag = pattern.charAt(at++);
            if (flag == 'x') {
                throw new ScriptError("comments in a pattern are not available in rules");
            }
            if (flag == ':' || flag == ')') {
                return flag == ')';
            }
        }
        return true;
    }

    private Part escape() {
        if (at >= pattern.length()) {
            return Part.CHARACTER;
        }
        char c = pattern.charAt(at++);
        if (c >= '1' && c <= '9') {
            // What a group matched before, which may be nothing.
            number();
            return Part.POSITION;
        }
        if (c == 'c') {
            at++;
        } else if (ESCAPES_WITH_NAME.indexOf(c) >= 0) {
            if (isAt('{')) {
                skipTo('}');
            } else if (c == 'k') {
                skipTo('>');
            } else if (c == 'p' || c == 'P') {
                at++;
            }
        }
        if (c == 'R') {
            return Part.LINE_BREAK;
        }
        return ZERO_WIDTH_ESCAPES.indexOf(c) >= 0 ? Part.POSITION : Part.CHARACTER;
    }

    private Part quantified(Part atom) {
        Part part = atom;
        while (at < pattern.length()) {
            switch (pattern.charAt(at)) {
                case '?' -> {
                    at++;
                    part = part.repeated(0, 1);
                }
                case '*' -> {
                    at++;
                    part = part.repeated(0, MOST);
                }
                case '+' -> {
                    at++;
                    part = part.repeated(1, MOST);
                }
                case '{' -> {
                    at++;
                    long from = number();
                    boolean isExact = isAt('}');
                    at += isAt(',') ? 1 : 0;
                    long to = isExact ? from : isAt('}') ? MOST : number();
                    part = part.repeated(from, Math.max(from, to));
                    skipTo('}');
                }
                default -> {
                    return part;
                }
            }
            // Reluctant or possessive; neither has more ways.
            if (isAt('?') || isAt('+')) {
                at++;
            }
        }
        return part;
    }

    private long number() {
        long number = 0;
        while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
            number = Math.min(MOST, number * 10 + Character.digit(pattern.charAt(at++), 10));
        }
        return number;
    }

    /** To the end of a class of characters; a bracket that comes first in it is a plain one. */
    private void skipClass() {
        int depth = 1;
        boolean isFirst = true;
        while (at < pattern.length() && depth > 0) {
            char c = pattern.charAt(at++);
            boolean wasFirst = isFirst;
            isFirst = false;
            switch (c) {
                case '\\' -> at += isAt('c') ? 2 : 1;
                case '[' -> {
                    depth++;
                    isFirst = true;
                }
                case '^' -> isFirst = wasFirst && pattern.charAt(at - 2) == '[';
                case ']' -> depth -= wasFirst ? 0 : 1;
                default -> {}
            }
        }
    }

    private void skipTo(char end) {
        int found = pattern.indexOf(end, at);
        at = found < 0 ? pattern.length() : found + 1;
    }

    private boolean isAt(char c) {
        return isAt(c, 0);
    }

    private boolean isAt(char c, int ahead) {
        return at + ahead < pattern.length() && pattern.charAt(at + ahead) == c;
    }
}
