package kith.crm.sample;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which {@code {column}} stands for the value of a column and {@code {column|function}}
 * for what the function makes of it.
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

    /**
     * Fills in the values of one row.
     *
     * @param column gives the value of a column by its name
     */
    String fill(UnaryOperator<String> column) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, column)));
    }

    private static String value(MatchResult place, UnaryOperator<String> column) {
        String value = column.apply(place.group(1));
        String function = place.group(2);
        if (function == null) {
            return value;
        }
        return switch (function) {
            case "lower" -> value.toLowerCase(Locale.ROOT);
            case "lines" -> value.replace("\\n", "\n");
            case "percent" -> new BigDecimal(value).movePointRight(2).toPlainString();
            default -> throw new IllegalArgumentException("No template function " + function);
        };
    }
}
