package kith.metadata.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a function is given. Where it passes missing values on, none of these is missing. */
public final class Arguments {

    private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(1_000_000_000);

    private final List<@Nullable Object> values;
    private final Instant now;
    private final EvaluationSteps steps;

    Arguments(List<@Nullable Object> values, Instant now, EvaluationSteps steps) {
        this.values = values;
        this.now = now;
        this.steps = steps;
    }

    int count() {
        return values.size();
    }

    /** For what a function does beyond what it gives. */
    EvaluationSteps steps() {
        return steps;
    }

    Instant now() {
        return now;
    }

    @Nullable Object value(int position) {
        return values.get(position);
    }

    boolean isMissing(int position) {
        return values.get(position) == null;
    }

    String text(int position) {
        return (String) present(position);
    }

    BigDecimal number(int position) {
        return (BigDecimal) present(position);
    }

    /** A number without its decimals, at most a milliard either way. */
    int whole(int position) {
        return number(position)
                .setScale(0, RoundingMode.DOWN)
                .min(MAX_WHOLE)
                .max(MAX_WHOLE.negate())
                .intValueExact();
    }

    LocalDate date(int position) {
        return (LocalDate) present(position);
    }

    Instant moment(int position) {
        return (Instant) present(position);
    }

    boolean flag(int position) {
        return values.get(position) instanceof Boolean flag && flag;
    }

    ZoneId zone(int position) {
        return ZoneId.of(text(position));
    }

    List<?> choices(int position) {
        return (List<?>) present(position);
    }

    private Object present(int position) {
        return Objects.requireNonNull(values.get(position));
    }
}
