package kith.metadata.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts the text of an expression into its smallest parts. */
final class Tokens {

    /** Longer operators first, for the first that fits is taken. */
    private static final List<String> SYMBOLS =
            List.of(
                    "==", "!=", "<=", ">=", "&&", "||", "?:", "?.", "<", ">", "+", "-", "*", "/",
                    "%", "!", "?", ":", "(", ")", "[", "]", ",", ".");

    /** What Groovy knows and expressions do without. */
    private static final Set<String> FOREIGN = Set.of("=", ";", "{", "}", "&", "|", "^", "~");

    private static final int MAX_DIGITS = 38;
    private static final int MAX_DECIMALS = 20;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum TokenType {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    /**
     * @param value of a text what it says, of all others how they are written
     */
    record Token(TokenType type, int offset, String value) {
        boolean is(String symbol) {
            return type == TokenType.SYMBOL && value.equals(symbol);
        }

        boolean isWord(String word) {
            return type == TokenType.NAME && value.equals(word);
        }
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.readAll();
        return List.copyOf(tokens.tokens);
    }

    private void readAll() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (isNameStart(next)) {
                readName();
            } else if (isDigit(next)) {
                readNumber();
            } else if (next == '\'' || next == '"') {
                readText(next);
            } else {
                readSymbol();
            }
        }
        tokens.add(new Token(TokenType.END, text.length(), ""));
    }

    private void readName() {
        int start = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        tokens.add(new Token(TokenType.NAME, start, text.substring(start, at)));
    }

    private void readNumber() {
        int start = at;
        int digits = skipDigits();
        int decimals = 0;
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            decimals = skipDigits();
        }
        if (digits > MAX_DIGITS || decimals > MAX_DECIMALS) {
            throw new Malformed(
                    start, "A number has at most 38 digits before the point and 20 behind it");
        }
        if (at < text.length() && isNameStart(text.charAt(at))) {
            throw new Malformed(at, "A number ends with a digit");
        }
        tokens.add(new Token(TokenType.NUMBER, start, text.substring(start, at)));
    }

    private int skipDigits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    private void readText(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char next = text.charAt(at);
            if (next == '\n') {
                break;
            }
            if (next == '$' && quote == '"') {
                throw new Malformed(
                        at,
                        "Texts in double quotes take no values in",
                        Optional.of("Join texts with `+`, or write the text in single quotes."));
            }
            value.append(next == '\\' ? escaped() : next);
            at++;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw new Malformed(start, "This text does not end");
        }
        at++;
        if (!isStorable(value)) {
            throw new Malformed(start, "This text has characters that no record can hold");
        }
        tokens.add(new Token(TokenType.TEXT, start, value.toString()));
    }

    private char escaped() {
        at++;
        char code = at < text.length() ? text.charAt(at) : ' ';
        return switch (code) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '\'', '"', '$' -> code;
            case 'u' -> {
                String digits = text.substring(at + 1, Math.min(at + 5, text.length()));
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw new Malformed(at - 1, "`\\u` is followed by four hexadecimal digits");
                }
                at += 4;
                yield (char) Integer.parseInt(digits, 16);
            }
            default -> throw new Malformed(at - 1, "There is no such escape");
        };
    }

    /** Neither the character 0 nor half of a pair. */
    private static boolean isStorable(CharSequence value) {
        return value.codePoints().allMatch(code -> code != 0 && !isSurrogate(code));
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    private void readSymbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(TokenType.SYMBOL, at, symbol));
                at += symbol.length();
                return;
            }
        }
        String found = text.substring(at, text.offsetByCodePoints(at, 1));
        if (found.equals("=")) {
            throw new Malformed(
                    at, "An expression sets nothing", Optional.of("Compare with `==`."));
        }
        throw new Malformed(
                at,
                FOREIGN.contains(found)
                        ? "`" + found + "` is no part of expressions"
                        : "Unexpected character `" + found + "`");
    }

    private static boolean isNameStart(char next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '_';
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }
}
