package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of one kind compared with each other. */
final class Values {

    private Values() {}

    /** Whether both are the same, numbers whatever zeros they end with; missing equals missing. */
    static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        boolean areNumbers = one instanceof BigDecimal && other instanceof BigDecimal;
        return areNumbers
                ? compare(Kind.NUMBER, Objects.requireNonNull(one), Objects.requireNonNull(other))
                        == 0
                : Objects.equals(one, other);
    }

    /** The order of a kind: texts by code point. */
    static int compare(Kind kind, Object one, Object other) {
        return switch (kind) {
            case TEXT -> byCodePoint((String) one, (String) other);
            case NUMBER -> ((BigDecimal) one).compareTo((BigDecimal) other);
            case BOOLEAN -> Boolean.compare((Boolean) one, (Boolean) other);
            case DATE -> ((LocalDate) one).compareTo((LocalDate) other);
            case DATE_TIME -> ((Instant) one).compareTo((Instant) other);
            case REFERENCE, CHOICES -> throw new IllegalArgumentException(kind + " has no order");
        };
    }

    /** UTF-16 sorts the characters beyond 65,535 before some that come earlier. */
    private static int byCodePoint(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int left = one.codePointAt(at);
            int right = other.codePointAt(at);
            if (left != right) {
                return Integer.compare(left, right);
            }
            at += Character.charCount(left);
        }
        return Integer.compare(one.length(), other.length());
    }
}
