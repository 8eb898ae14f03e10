package kith.runtime.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import kith.metadata.catalog.Field;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.sql.Sql;

/**
 * A text compared with one value. Equality is exact; order is the one in which lists are sorted.
 */
final class TextComparison {

    /** In the order of text nothing that starts with these letters joins with what follows them. */
    private static final Pattern RANGEABLE = Pattern.compile("[\\p{IsLatin}0-9 @._-]+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Sorts behind every other character. */
    private static final String LAST = "\uFFFF";

    private TextComparison() {}

    static Sql of(Sql column, Field field, Operator operator, String value) {
        if (!isStorable(value)) {
            return Sql.text("false");
        }
        return switch (operator) {
            case EQ, GT, GTE, LT, LTE -> Comparison.simple(column, operator, Sql.bind(value));
            case CONTAINS -> like(column, "%" + escaped(value) + "%");
            case STARTS_WITH -> startsWith(column, field, value);
            case ENDS_WITH -> like(column, "%" + escaped(value));
            case EQ_CI -> Sql.of("lower({}) = {}", column, lower(value));
            case CONTAINS_CI -> likeIgnoringCase(column, "%" + escaped(value) + "%");
            case STARTS_WITH_CI -> startsWithIgnoringCase(column, field, value);
            case ENDS_WITH_CI -> likeIgnoringCase(column, "%" + escaped(value));
            case HAS -> throw new IllegalArgumentException("A text is no list");
        };
    }

    /** PostgreSQL has no texts with the character 0, so no record holds one. */
    static boolean isStorable(String value) {
        return value.indexOf('\0') < 0;
    }

    private static Sql startsWith(Sql column, Field field, String prefix) {
        return ranged(column, field, prefix, like(column, escaped(prefix) + "%"));
    }

    private static Sql startsWithIgnoringCase(Sql column, Field field, String prefix) {
        return ranged(column, field, prefix, likeIgnoringCase(column, escaped(prefix) + "%"));
    }

    /**
     * Row-level security keeps {@code like} from an index; the range around it may use one. It
     * begins with the plain lower-case letters, for these sort before all forms of themselves, and
     * ends with them, too, for what follows decides before any mark or case does.
     */
    private static Sql ranged(Sql column, Field field, String prefix, Sql exact) {
        String plain =
                MARKS.matcher(Normalizer.normalize(prefix, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        if (!FieldColumn.isIndexed(field) || !RANGEABLE.matcher(plain).matches()) {
            return exact;
        }
        return Sql.of(
                "({} >= {} and {} <= {} and {})",
                column,
                Sql.bind(plain),
                column,
                Sql.bind(plain + LAST),
                exact);
    }

    private static Sql like(Sql column, String pattern) {
        return Sql.of("{} like {}", column, Sql.bind(pattern));
    }

    private static Sql likeIgnoringCase(Sql column, String pattern) {
        return Sql.of("lower({}) like {}", column, lower(pattern));
    }

    private static Sql lower(String value) {
        return Sql.of("lower({} collate \"und-x-icu\")", Sql.bind(value));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
