package kith.metadata.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kith.metadata.expression.Tokens.Token;
import kith.metadata.expression.Tokens.TokenType;

/**
 * Text to syntax: the expressions of Groovy as far as they compute something of a record. Size and
 * depth are bounded, so that nothing that follows has to be afraid of what it is given.
 */
final class Parser {

    static final int MAX_LENGTH = 5_000;
    private static final int MAX_DEPTH = 40;
    private static final int MAX_PARTS = 500;

    private static final List<Set<String>> LEVELS =
            List.of(
                    Set.of("||"),
                    Set.of("&&"),
                    Set.of("==", "!="),
                    Set.of("<", "<=", ">", ">=", "in"),
                    Set.of("+", "-"),
                    Set.of("*", "/", "%"));

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int parts;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The syntax of a text.
     *
     * @throws Malformed if it has none
     */
    static Syntax parse(String text) {
        if (text.isBlank()) {
            throw new Malformed(0, "There is nothing to compute");
        }
        if (text.length() > MAX_LENGTH) {
            throw new Malformed(MAX_LENGTH, "An expression has at most 5,000 characters");
        }
        Parser parser = new Parser(Tokens.of(text));
        Syntax syntax = parser.expression();
        Token rest = parser.peek();
        if (rest.type() != TokenType.END) {
            throw new Malformed(rest.offset(), "The expression ends before `" + rest.value() + "`");
        }
        return syntax;
    }

    private Syntax expression() {
        return deeper(() -> {
            Syntax condition = binary(0);
            if (accept("?:")) {
                return counted(
                        new Syntax.Binary(
                                condition.offset(),
                                "?:",
                                previous().offset(),
                                condition,
                                expression()));
            }
            if (!accept("?")) {
                return condition;
            }
            Syntax then = expression();
            expect(":", "`?` needs its `:` and what is given otherwise");
            return counted(new Syntax.Ternary(condition.offset(), condition, then, expression()));
        });
    }

    private Syntax binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Syntax left = binary(level + 1);
        while (isOperator(peek(), LEVELS.get(level))) {
            Token operator = next();
            Syntax right =
                    operator.value().equals("in") && peek().is("[") ? list() : binary(level + 1);
            left =
                    counted(
                            new Syntax.Binary(
                                    left.offset(),
                                    operator.value(),
                                    operator.offset(),
                                    left,
                                    right));
        }
        return left;
    }

    private static boolean isOperator(Token token, Set<String> operators) {
        return (token.type() == TokenType.SYMBOL || token.isWord("in"))
                && operators.contains(token.value());
    }

    private Syntax unary() {
        Token token = peek();
        if (!token.is("-") && !token.is("!")) {
            return primary();
        }
        return deeper(() -> {
            Token operator = next();
            return counted(new Syntax.Unary(operator.offset(), operator.value(), unary()));
        });
    }

    private Syntax list() {
        Token open = next();
        return counted(new Syntax.ListLiteral(open.offset(), separated("]")));
    }

    private List<Syntax> separated(String end) {
        List<Syntax> elements = new ArrayList<>();
        if (accept(end)) {
            return elements;
        }
        do {
            elements.add(expression());
        } while (accept(","));
        expect(end, "`" + end + "` is missing");
        return elements;
    }

    private Syntax primary() {
        Token token = next();
        return counted(
                switch (token.type()) {
                    case NUMBER ->
                            new Syntax.NumberLiteral(token.offset(), new BigDecimal(token.value()));
                    case TEXT -> new Syntax.TextLiteral(token.offset(), token.value());
                    case NAME -> named(token);
                    case SYMBOL -> enclosed(token);
                    case END ->
                            throw new Malformed(token.offset(), "A value is missing at the end");
                });
    }

    private Syntax enclosed(Token open) {
        if (!open.is("(")) {
            throw new Malformed(
                    open.offset(), "A value is expected here instead of `" + open.value() + "`");
        }
        Syntax inner = expression();
        expect(")", "`)` is missing");
        return inner;
    }

    private Syntax named(Token name) {
        return switch (name.value()) {
            case "true", "false" ->
                    new Syntax.BooleanLiteral(name.offset(), name.value().equals("true"));
            case "null" -> new Syntax.NullLiteral(name.offset());
            default ->
                    accept("(")
                            ? new Syntax.Invocation(name.offset(), name.value(), separated(")"))
                            : path(name);
        };
    }

    private Syntax path(Token first) {
        List<Syntax.Name> names = new ArrayList<>();
        names.add(new Syntax.Name(first.offset(), first.value()));
        while (accept(".") || accept("?.")) {
            Token name = next();
            if (name.type() != TokenType.NAME) {
                throw new Malformed(name.offset(), "The name of a field is expected here");
            }
            if (peek().is("(")) {
                throw new Malformed(
                        name.offset(),
                        "Values have no methods",
                        Optional.of("Write `" + name.value() + "(…)` around the value."));
            }
            names.add(new Syntax.Name(name.offset(), name.value()));
        }
        return new Syntax.Path(first.offset(), names);
    }

    private Syntax deeper(Supplier<Syntax> inner) {
        if (++depth > MAX_DEPTH) {
            throw new Malformed(peek().offset(), "An expression is at most 40 levels deep");
        }
        Syntax syntax = inner.get();
        depth--;
        return syntax;
    }

    private Syntax counted(Syntax syntax) {
        if (++parts > MAX_PARTS) {
            throw new Malformed(syntax.offset(), "An expression has at most 500 parts");
        }
        return syntax;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token previous() {
        return tokens.get(at - 1);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.type() != TokenType.END) {
            at++;
        }
        return token;
    }

    private boolean accept(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String symbol, String message) {
        if (!accept(symbol)) {
            throw new Malformed(peek().offset(), message);
        }
    }
}
