package kith.metadata.expression;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kith.metadata.expression.Checker.Pair;
import kith.metadata.expression.Function.Parameter;
import kith.metadata.name.Nearest;
import org.jspecify.annotations.Nullable;

/** Finds the function that is meant by a name and its arguments. */
final class Calls {

    private static final FunctionLibrary LIBRARY = FunctionLibrary.standard();

    private final Checker checker;

    Calls(Checker checker) {
        this.checker = checker;
    }

    /** A call that is known to fit. */
    static Expression of(String name, List<Expression> arguments) {
        Function function =
                LIBRARY.named(name).stream()
                        .filter(one -> fits(one, arguments))
                        .findFirst()
                        .orElseThrow();
        return new Expression.Call(function, arguments);
    }

    @Nullable Expression check(Syntax.Invocation call, @Nullable Kind hint) {
        return switch (call.name()) {
            case SpecialForms.COALESCE -> coalesce(call, hint);
            case SpecialForms.CHOOSE -> choose(call, hint);
            case SpecialForms.PRIOR -> prior(call);
            case SpecialForms.IS_CHANGED -> {
                Expression before = prior(call);
                yield before instanceof Expression.FieldValue(var kind, var path, var field, var _)
                        ? changed(call, new Expression.FieldValue(kind, path, field, false), before)
                        : null;
            }
            default -> function(call);
        };
    }

    private @Nullable Expression changed(
            Syntax.Invocation call, Expression now, Expression before) {
        return now.kind() == Kind.CHOICES
                ? checker.refuse(call.offset(), "Lists of choices are not compared")
                : new Expression.Not(new Expression.Equal(now, before));
    }

    private @Nullable Expression function(Syntax.Invocation call) {
        List<Function> named = LIBRARY.named(call.name());
        if (named.isEmpty()) {
            return checker.refuse(
                    call.offset(),
                    "There is no function `%s`".formatted(call.name()),
                    Nearest.hint(call.name(), LIBRARY.names()));
        }
        List<Function> possible =
                named.stream().filter(one -> one.takes(call.arguments().size())).toList();
        if (possible.isEmpty()) {
            return checker.refuse(
                    call.offset(),
                    "`%s` does not take %d arguments"
                            .formatted(call.name(), call.arguments().size()),
                    usage(named));
        }
        List<Expression> arguments = arguments(call, possible);
        if (arguments.size() < call.arguments().size()) {
            return null;
        }
        Function meant =
                possible.stream().filter(one -> fits(one, arguments)).findFirst().orElse(null);
        return meant == null ? misfit(call, possible, arguments) : bound(call, meant, arguments);
    }

    /** Where only one function is possible it tells of what kind a null is; else its like does. */
    private List<Expression> arguments(Syntax.Invocation call, List<Function> possible) {
        @Nullable Kind seen = null;
        for (Syntax argument : call.arguments()) {
            if (seen == null && argument instanceof Syntax.NumberLiteral) {
                seen = Kind.NUMBER;
            }
        }
        List<Expression> arguments = new ArrayList<>();
        for (Syntax argument : call.arguments()) {
            Kind hint =
                    possible.size() == 1
                            ? possible.getFirst().parameter(arguments.size()).kind()
                            : seen;
            Expression checked = checker.check(argument, hint);
            if (checked != null) {
                seen = seen == null ? checked.kind() : seen;
                arguments.add(checked);
            }
        }
        return arguments;
    }

    private static boolean fits(Function function, List<Expression> arguments) {
        if (!function.takes(arguments.size())) {
            return false;
        }
        for (int position = 0; position < arguments.size(); position++) {
            if (function.parameter(position).kind() != arguments.get(position).kind()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Expression bound(
            Syntax.Invocation call, Function function, List<Expression> arguments) {
        for (int position = 0; position < arguments.size(); position++) {
            Syntax written = call.arguments().get(position);
            if (function.parameter(position).isZone() && !isZone(written)) {
                return checker.refuse(
                        written.offset(),
                        "The name of a time zone is expected here",
                        Optional.of("Write it as a text, e.g. 'Europe/Berlin'."));
            }
        }
        if (function.name().equals(TextFunctions.MATCHES)
                && arguments.getLast() instanceof Expression.Constant(var _, String pattern)) {
            Optional<String> refusal = RegularExpressions.refusal(pattern);
            if (refusal.isPresent()) {
                return checker.refuse(call.arguments().getLast().offset(), refusal.get());
            }
        }
        if (function.parameters().size() > 1
                && function.parameters().getFirst().kind() == Kind.CHOICES) {
            PicklistValues.check(
                    checker,
                    arguments.getFirst(),
                    arguments.getLast(),
                    call.arguments().getLast().offset());
        }
        return new Expression.Call(function, arguments);
    }

    private static boolean isZone(Syntax written) {
        return written instanceof Syntax.TextLiteral(int _, String name) && isZone(name);
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId())
                    && !name.startsWith("SystemV");
        } catch (DateTimeException _) {
            return false;
        }
    }

    private @Nullable Expression misfit(
            Syntax.Invocation call, List<Function> possible, List<Expression> arguments) {
        if (possible.size() == 1) {
            for (int position = 0; position < arguments.size(); position++) {
                Parameter parameter = possible.getFirst().parameter(position);
                Kind given = arguments.get(position).kind();
                if (parameter.kind() != given) {
                    return checker.refuse(
                            call.arguments().get(position).offset(),
                            "`%s` of `%s` is a %s, not a %s"
                                    .formatted(
                                            parameter.name(),
                                            call.name(),
                                            parameter.kind().label(),
                                            given.label()),
                            Conversions.hint(given, parameter.kind()));
                }
            }
        }
        return checker.refuse(
                call.offset(),
                "`%s` does not take such arguments: %s"
                        .formatted(
                                call.name(),
                                arguments.stream()
                                        .map(one -> one.kind().label())
                                        .collect(Collectors.joining(", "))),
                usage(possible));
    }

    private static Optional<String> usage(List<Function> functions) {
        return Optional.of(
                "Write "
                        + functions.stream()
                                .map(one -> "`" + one.signature() + "`")
                                .collect(Collectors.joining(" or "))
                        + ".");
    }

    private @Nullable Expression coalesce(Syntax.Invocation call, @Nullable Kind hint) {
        if (call.arguments().isEmpty()) {
            return checker.refuse(call.offset(), "`coalesce` takes at least one value");
        }
        Kind kind = hint;
        for (Syntax argument : call.arguments()) {
            if (kind == null && !(argument instanceof Syntax.NullLiteral)) {
                Expression first = checker.check(argument, (Kind) null);
                if (first == null) {
                    return null;
                }
                kind = first.kind();
            }
        }
        @Nullable Expression result = null;
        for (Syntax argument : call.arguments().reversed()) {
            Expression one = checker.check(argument, kind);
            if (one == null) {
                return null;
            }
            if (result != null && one.kind() != result.kind()) {
                return checker.differ(argument, new Pair(result, one));
            }
            result = result == null ? one : new Expression.Otherwise(one, result);
        }
        return result;
    }

    private @Nullable Expression choose(Syntax.Invocation call, @Nullable Kind hint) {
        List<Syntax> given = call.arguments();
        if (given.size() < 4 || given.size() % 2 != 0) {
            return checker.refuse(
                    call.offset(),
                    "`choose` takes a value, pairs of a case and its result, and what is given"
                            + " otherwise");
        }
        Syntax result = given.getLast();
        for (int position = given.size() - 3; position > 0; position -= 2) {
            Syntax value = given.getFirst();
            Syntax match = given.get(position);
            result =
                    new Syntax.Ternary(
                            match.offset(),
                            new Syntax.Binary(match.offset(), "==", match.offset(), value, match),
                            given.get(position + 1),
                            result);
        }
        return checker.check(result, hint);
    }

    private @Nullable Expression prior(Syntax.Invocation call) {
        if (call.arguments().size() != 1
                || !(call.arguments().getFirst() instanceof Syntax.Path path)
                || path.names().size() > 1) {
            return checker.refuse(
                    call.offset(),
                    "`%s` takes a field of the record itself".formatted(call.name()));
        }
        Expression found = checker.check(path, (Kind) null);
        return found instanceof Expression.FieldValue(var kind, var steps, var field, var _)
                ? new Expression.FieldValue(kind, steps, field, true)
                : null;
    }
}
