package kith.script.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptRecord;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Values on their way between the host and a rule: copies, and nothing but the listed types. */
public final class Crossing {

    private static final int OBJECT_BYTES = 32;
    private static final long BYTES_A_CHARACTER = 2;
    private static final int MOST_TOGETHER = 8_000_000;

    private Crossing() {}

    static @Nullable Object fromHost(@Nullable Object value, RuleEnvironment environment) {
        Meter meter = Meter.current();
        meter.allocate(OBJECT_BYTES);
        return switch (value) {
            case null -> null;
            case String text -> Texts.checked(text);
            case BigDecimal number -> Numbers.checked(number);
            case Integer number -> number;
            case Boolean truth -> truth;
            case LocalDate date -> date;
            case OffsetDateTime moment ->
                    moment.atZoneSameInstant(environment.zone()).toOffsetDateTime();
            case List<?> list -> Lists.copyOf(list);
            case ScriptRecord record ->
                    new ScriptObject(record, /* isWritable= */ false, environment);
            default ->
                    throw new IllegalStateException("the host handed a rule a " + value.getClass());
        };
    }

    static @Nullable Object toHost(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> copied(text);
            case Integer number -> number;
            case BigDecimal number -> Numbers.checked(number);
            case Long number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal((BigInteger) Numbers.checked(number));
            case Double number -> Numbers.decimal(number);
            case Boolean truth -> truth;
            case LocalDate date -> date;
            case OffsetDateTime moment -> moment;
            case ScriptObject object -> object.read("id");
            case Collection<?> elements -> texts(elements);
            default ->
                    throw new ScriptError(
                            "a %s cannot be stored in a field".formatted(Values.kind(value)));
        };
    }

    /** What a rule returns: its value where that crosses, else its text. */
    public static @Nullable Object result(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> elements -> Values.text(elements);
            case ScriptObject object -> object.describe();
            case Double number when !Double.isFinite(number) -> Values.text(number);
            case String _,
                    Integer _,
                    BigDecimal _,
                    Long _,
                    BigInteger _,
                    Double _,
                    Boolean _,
                    LocalDate _,
                    OffsetDateTime _ ->
                    toHost(value);
            default -> Values.text(value);
        };
    }

    private static List<String> texts(Collection<?> elements) {
        Meter meter = Meter.current();
        meter.spend(elements.size());
        meter.allocate(OBJECT_BYTES + 8L * elements.size());
        var texts = new ArrayList<String>(elements.size());
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw new ScriptError("only a list of texts can be stored in a field");
            }
            texts.add(copied(text));
        }
        requireModest(texts);
        return texts;
    }

    /** What is handed over together travels together. */
    static void requireModest(Collection<?> values) {
        if (size(values) > MOST_TOGETHER) {
            throw Meter.current()
                    .exhaust(
                            LimitName.TEXT_LENGTH,
                            "the texts of one record have more than 8,000,000 characters");
        }
    }

    private static long size(Collection<?> values) {
        long size = 0;
        for (Object value : values) {
            size +=
                    switch (value) {
                        case String text -> OBJECT_BYTES + text.length();
                        case Collection<?> texts -> OBJECT_BYTES + size(texts);
                        case null, default -> OBJECT_BYTES;
                    };
        }
        return size;
    }

    /** The host gets a copy, perhaps over a wire, as often as a rule hands it the same text. */
    private static String copied(String text) {
        Texts.walk(text);
        Meter.current().allocate(BYTES_A_CHARACTER * text.length());
        return text;
    }
}
