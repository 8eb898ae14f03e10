package kith.metadata.expression;

/**
 * Whether a regular expression can go on for long without looking at the text. Looks are counted
 * while it runs, but nobody stops {@code (){2000000000}}, which never looks, or {@code (|)(|)(|)},
 * which tries eight ways before it gives up; so such patterns are not run.
 */
final class PatternShape {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_WAYS = 100;
    private static final int MAX_REPEATS = 1_000;
    private static final int MAX_DEPTH = 30;

    /** Quotes, earlier matches and clusters of characters are read otherwise than the rest. */
    private static final String REFUSED_ESCAPES = "QEGX";

    private static final String POSITIONS = "bBAzZk123456789";
    private static final String ESCAPES_WITH_NAME = "pPxN";

    /** Comments would be read otherwise, too. */
    private static final String FLAGS = "imsuU-";

    /**
     * A part of a pattern.
     *
     * @param ways to get through it without looking at a character
     */
    private record Part(boolean mayBeEmpty, long ways) {

        static final Part CHARACTER = new Part(false, 1);
        static final Part POSITION = new Part(true, 1);
    }

    private final String pattern;
    private int at;
    private int depth;

    private PatternShape(String pattern) {
        this.pattern = pattern;
    }

    static boolean isModest(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            return false;
        }
        try {
            var shape = new PatternShape(pattern);
            shape.alternatives();
            return shape.at == pattern.length();
        } catch (Immodest _) {
            return false;
        }
    }

    private Part alternatives() {
        boolean mayBeEmpty = false;
        long empty = 0;
        long most = 1;
        if (++depth > MAX_DEPTH) {
            throw new Immodest();
        }
        boolean isMore = true;
        while (isMore) {
            Part branch = sequence();
            mayBeEmpty |= branch.mayBeEmpty();
            empty += branch.mayBeEmpty() ? branch.ways() : 0;
            most = Math.max(most, branch.ways());
            isMore = isAt('|');
            at += isMore ? 1 : 0;
        }
        depth--;
        return new Part(mayBeEmpty, modest(Math.max(most, empty)));
    }

    private Part sequence() {
        Part whole = Part.POSITION;
        while (at < pattern.length() && !isAt('|') && !isAt(')')) {
            Part next = repeated(atom());
            whole =
                    new Part(
                            whole.mayBeEmpty() && next.mayBeEmpty(),
                            modest(whole.ways() * next.ways()));
        }
        return whole;
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

    /** A plain group, a named one, or one that looks ahead; others are refused. */
    private Part group() {
        boolean isLook = false;
        if (isAt('?')) {
            at++;
            while (at < pattern.length() && FLAGS.indexOf(pattern.charAt(at)) >= 0) {
                at++;
            }
            if (isAt(')')) {
                at++;
                return Part.POSITION;
            }
            isLook = isAt('=') || isAt('!');
            if (isLook || isAt(':') || isAt('>')) {
                at++;
            } else if (isAt('<') && at + 1 < pattern.length() && isLetter(at + 1)) {
                skipTo('>');
            } else {
                throw new Immodest();
            }
        }
        Part content = alternatives();
        if (!isAt(')')) {
            throw new Immodest();
        }
        at++;
        return isLook ? new Part(true, content.ways()) : content;
    }

    private Part escape() {
        if (at >= pattern.length() || REFUSED_ESCAPES.indexOf(pattern.charAt(at)) >= 0) {
            throw new Immodest();
        }
        char c = pattern.charAt(at++);
        if (c >= '1' && c <= '9') {
            while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
                at++;
            }
        } else if (c == 'c') {
            at++;
        } else if (c == 'k') {
            skipTo('>');
        } else if (ESCAPES_WITH_NAME.indexOf(c) >= 0 && isAt('{')) {
            skipTo('}');
        }
        return POSITIONS.indexOf(c) >= 0 ? Part.POSITION : Part.CHARACTER;
    }

    private Part repeated(Part atom) {
        Part part = atom;
        while (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
            long least = isAt('+') ? 1 : 0;
            if (pattern.charAt(at++) == '{') {
                least = number();
                at += isAt(',') ? 1 : 0;
                modestCount(number());
                skipTo('}');
            }
            long ways = part.mayBeEmpty() ? (part.ways() + 1) * Math.max(1, least) : part.ways();
            part = new Part(part.mayBeEmpty() || least == 0, modest(ways));
            // Reluctant or possessive; neither has more ways.
            at += isAt('?') || isAt('+') ? 1 : 0;
        }
        return part;
    }

    private long number() {
        long number = 0;
        while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
            number = modestCount(number * 10 + (pattern.charAt(at++) - '0'));
        }
        return number;
    }

    private static long modestCount(long number) {
        if (number > MAX_REPEATS) {
            throw new Immodest();
        }
        return number;
    }

    private static long modest(long ways) {
        if (ways > MAX_WAYS) {
            throw new Immodest();
        }
        return ways;
    }

    /** To the end of a class of characters; a bracket that comes first in it is a plain one. */
    private void skipClass() {
        int open = 1;
        boolean isFirst = true;
        while (open > 0) {
            if (at >= pattern.length()) {
                throw new Immodest();
            }
            char c = pattern.charAt(at++);
            boolean wasFirst = isFirst;
            isFirst = false;
            switch (c) {
                case '\\' -> {
                    if (isAt('Q') || isAt('E')) {
                        throw new Immodest();
                    }
                    at += isAt('c') ? 2 : 1;
                }
                case '[' -> {
                    open++;
                    isFirst = true;
                }
                case '^' -> isFirst = wasFirst && pattern.charAt(at - 2) == '[';
                case ']' -> open -= wasFirst ? 0 : 1;
                default -> {}
            }
        }
    }

    private void skipTo(char end) {
        int found = pattern.indexOf(end, at);
        if (found < 0) {
            throw new Immodest();
        }
        at = found + 1;
    }

    private boolean isLetter(int place) {
        return Character.isLetter(pattern.charAt(place));
    }

    private boolean isAt(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }

    private static final class Immodest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Immodest() {
            super("goes on without looking", null, false, false);
        }
    }
}
