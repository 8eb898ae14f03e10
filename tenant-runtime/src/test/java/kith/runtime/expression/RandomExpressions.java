package kith.runtime.expression;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kith.metadata.expression.Function;
import kith.metadata.expression.FunctionLibrary;
import kith.metadata.expression.Kind;

/** Texts of expressions about deals that compile, of every kind, operator and function. */
final class RandomExpressions {

    private static final List<String> TEXTS =
            List.of(
                    "title",
                    "notes",
                    "code",
                    "stage",
                    "name",
                    "account.industry",
                    "account.name",
                    "account.parent.name",
                    "account.size",
                    "summary");
    private static final List<String> NUMBERS =
            List.of(
                    "amount",
                    "share",
                    "pieces",
                    "mass",
                    "version",
                    "price",
                    "account.revenue",
                    "account.parent.revenue");
    private static final List<String> DATES = List.of("closeDate", "dueDate", "nextCall");
    private static final List<String> MOMENTS = List.of("calledAt", "metAt", "createdAt");
    private static final List<String> FLAGS = List.of("isHot", "isCold", "isLate");
    private static final List<String> REFERENCES =
            List.of("account", "accountId", "account.parent", "id");
    private static final List<String> ZONES =
            List.of("'Europe/Berlin'", "'America/New_York'", "'Asia/Kolkata'", "'UTC'");
    private static final List<String> WORDS =
            List.of(
                    "''",
                    "' '",
                    "'a'",
                    "'Öl'",
                    "'straße'",
                    "'x y'",
                    "'12.50'",
                    "'-7'",
                    "'2026-02-29'",
                    "'2028-02-29'",
                    "'\\uD83D\\uDE80!'",
                    "'2026-03-29T01:30Z'",
                    "'ab'",
                    "'B'");
    private static final List<String> AMOUNTS =
            List.of(
                    "0",
                    "1",
                    "2",
                    "3",
                    "-1",
                    "7",
                    "10",
                    "0.5",
                    "2.5",
                    "-2.5",
                    "0.005",
                    "100",
                    "-12",
                    "99999999999999999999999999999999999999",
                    "0.00000000000000000001",
                    "1234567.891");

    private final RandomGenerator random;
    private final List<Function> functions =
            FunctionLibrary.standard().all().stream()
                    .filter(function -> function.notInSql().isEmpty() && !function.isVolatile())
                    .toList();

    RandomExpressions(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return of(
                one(List.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.DATE, Kind.DATE_TIME)),
                1 + random.nextInt(4));
    }

    String of(Kind kind, int depth) {
        if (depth <= 0 || kind == Kind.REFERENCE || kind == Kind.CHOICES) {
            return leaf(kind);
        }
        return switch (random.nextInt(6)) {
            case 0 -> leaf(kind);
            case 1 ->
                    "(%s ? %s : %s)"
                            .formatted(
                                    of(Kind.BOOLEAN, depth - 1),
                                    of(kind, depth - 1),
                                    of(kind, depth - 1));
            case 2 -> "(%s ?: %s)".formatted(of(kind, depth - 1), of(kind, depth - 1));
            case 3, 4 -> call(kind, depth);
            default -> operator(kind, depth);
        };
    }

    private String leaf(Kind kind) {
        boolean isField = random.nextInt(4) > 0;
        return switch (kind) {
            case TEXT -> one(isField ? TEXTS : WORDS);
            case NUMBER -> one(isField ? NUMBERS : AMOUNTS);
            case DATE ->
                    isField
                            ? one(DATES)
                            : "date(%d, %d, %d)"
                                    .formatted(
                                            1 + random.nextInt(9_999),
                                            1 + random.nextInt(12),
                                            1 + random.nextInt(31));
            case DATE_TIME -> isField ? one(MOMENTS) : "dateTime('2026-03-29T00:59:59.999Z')";
            case BOOLEAN -> isField ? one(FLAGS) : one(List.of("true", "false"));
            case REFERENCE -> one(REFERENCES);
            case CHOICES -> "interests";
        };
    }

    private String call(Kind kind, int depth) {
        Function function = one(functions.stream().filter(each -> each.result() == kind).toList());
        int count =
                function.isVariadic()
                        ? function.parameters().size() + random.nextInt(3)
                        : function.parameters().size();
        List<String> arguments =
                IntStream.range(0, count)
                        .mapToObj(position -> argument(function, position, depth))
                        .toList();
        return function.name() + "(" + String.join(", ", arguments) + ")";
    }

    private String argument(Function function, int position, int depth) {
        Function.Parameter parameter =
                function.parameters().get(Math.min(position, function.parameters().size() - 1));
        if (function.name().equals("includes") && position == 1) {
            return "'Boats'";
        }
        return parameter.isZone() ? one(ZONES) : of(parameter.kind(), depth - 1);
    }

    private String operator(Kind kind, int depth) {
        return switch (kind) {
            case NUMBER ->
                    random.nextInt(5) == 0
                            ? "-(" + of(kind, depth - 1) + ")"
                            : joined(kind, one(List.of("+", "-", "*", "/", "%")), kind, depth);
            case TEXT -> joined(kind, "+", kind, depth);
            case DATE -> joined(kind, one(List.of("+", "-")), Kind.NUMBER, depth);
            case BOOLEAN -> condition(depth);
            case DATE_TIME, REFERENCE, CHOICES -> leaf(kind);
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(6)) {
            case 0 ->
                    joined(Kind.BOOLEAN, one(List.of("&&", "||", "==", "!=")), Kind.BOOLEAN, depth);
            case 1 -> "!(" + of(Kind.BOOLEAN, depth - 1) + ")";
            case 2 -> {
                Kind kind = one(List.of(Kind.NUMBER, Kind.DATE));
                yield "(%s in [%s, %s])"
                        .formatted(of(kind, depth - 1), of(kind, depth - 1), of(kind, depth - 1));
            }
            case 3 -> joined(Kind.REFERENCE, one(List.of("==", "!=")), Kind.REFERENCE, depth);
            case 4 -> "(stage in ['Won', 'Lost'])";
            default -> {
                Kind kind = one(List.of(Kind.NUMBER, Kind.DATE, Kind.DATE_TIME));
                yield joined(kind, one(List.of("==", "!=", "<", "<=", ">", ">=")), kind, depth);
            }
        };
    }

    private String joined(Kind left, String operator, Kind right, int depth) {
        return "(%s %s %s)".formatted(of(left, depth - 1), operator, of(right, depth - 1));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
