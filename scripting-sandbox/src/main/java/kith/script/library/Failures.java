package kith.script.library;

import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;
import kith.script.RuleRefusal;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.meter.LimitError;
import org.jspecify.annotations.Nullable;

/** Errors in words for the rule's author, naming nothing of the host. */
public final class Failures {

    /** A host may repeat in its refusal what a rule gave it. */
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private Failures() {}

    public static ScriptFailure limit(LimitError error) {
        return new ScriptFailure(Kind.LIMIT, line(error), error.reason(), error.limit());
    }

    public static ScriptFailure error(Throwable error) {
        String message = Texts.shortened(describe(error), MAX_MESSAGE_LENGTH);
        return new ScriptFailure(Kind.ERROR, line(error), message, null);
    }

    /** What a rule sees as the message of an exception that it caught. */
    public static String message(@Nullable Throwable error) {
        if (error == null) {
            throw ScriptError.emptyValue();
        }
        return describe(error);
    }

    private static String describe(Throwable error) {
        return switch (error) {
            case RuleError refusal -> refusal.reason();
            case ScriptError scriptError -> scriptError.reason();
            case RuleRefusal refusal -> refusal.reason();
            case NullPointerException _ -> "value is empty";
            case ClassCastException _ -> "a value is not of the expected kind";
            case NumberFormatException _ -> "not a number";
            case UnsupportedOperationException _ -> "this list cannot be changed";
            case IndexOutOfBoundsException _ -> "position is outside the text or list";
            case NoSuchElementException _ -> "there is no such element";
            case ConcurrentModificationException _ ->
                    "a list or map was changed while it was walked through";
            case DateTimeException _ -> "not a valid date or time";
            case ArithmeticException _ -> "the calculation has no result";
            default -> "the operation failed";
        };
    }

    /** Where a method is entered there is no line yet; then that of the call counts. */
    private static int line(Throwable error) {
        for (StackTraceElement element : error.getStackTrace()) {
            if (element.getClassName().startsWith("script.Rule") && element.getLineNumber() > 0) {
                return element.getLineNumber();
            }
        }
        return 0;
    }
}
