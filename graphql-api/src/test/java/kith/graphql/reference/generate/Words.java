package kith.graphql.reference.generate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;

/** Small stocks of values, so that ties, near misses and borders come often. */
public final class Words {

    private static final List<String> TEXTS =
            List.of(
                    "Anna",
                    "anna",
                    "ANNA",
                    "Änna",
                    "änna",
                    "Anna ",
                    "An",
                    "Ann",
                    "anne-marie",
                    "Zoë",
                    "Zoe",
                    "zoé",
                    "Ørsted",
                    "orsted",
                    "Straße",
                    "STRASSE",
                    "strasse",
                    "straße",
                    "100%",
                    "100",
                    "1",
                    "10",
                    "2",
                    "a_b",
                    "aXb",
                    "a\\b",
                    "a%b",
                    "a'b",
                    "\"quoted\"",
                    "東京",
                    "naïve",
                    "naive",
                    "co-op",
                    "coop",
                    "co op",
                    "Łódź",
                    "lodz",
                    "İzmir",
                    "izmir",
                    "ırmak",
                    "e\u0301clair",
                    "éclair",
                    "Éclair",
                    "😀",
                    "😀a",
                    "~",
                    "-",
                    ".",
                    "@",
                    "x@y",
                    "a.b",
                    "a-b",
                    "a b",
                    "ab",
                    "Ab",
                    "aB",
                    "ĳs",
                    "ﬁn",
                    "fin",
                    "Æon",
                    "aeon",
                    "Ａ",
                    "ª",
                    "a",
                    "A",
                    "z",
                    "Z");

    private static final List<String> LONG =
            List.of("First\nSecond", "first\nsecond", "tab\tbed", "  spaced", "Ümlaut\n", "a", "%");

    private static final List<String> EMAILS =
            List.of(
                    "ada@acme.example",
                    "Ada@acme.example",
                    "bob@söhne.example",
                    "a@b.c",
                    "zoe+tag@example.com",
                    "bob@example.com",
                    "BOB@example.com");

    private static final List<String> PHONES =
            List.of("+49 30 1234", "+4930 1234", "030/1234", "+1 (206) 555-0100", "112");

    private static final List<String> URLS =
            List.of(
                    "https://acme.example",
                    "http://acme.example/a?b=c",
                    "https://ACME.example/Ä",
                    "https://example.com/%20x",
                    "https://example.com/_x");

    private static final List<String> DATES =
            List.of(
                    "2026-07-04",
                    "2026-07-03",
                    "2026-07-05",
                    "2026-06-30",
                    "2026-07-01",
                    "2026-12-31",
                    "2027-01-01",
                    "2025-12-31",
                    "2024-02-29",
                    "2026-02-28",
                    "2026-06-28",
                    "2026-06-29",
                    "2026-07-11",
                    "2026-07-12",
                    "2026-03-29",
                    "2026-10-25",
                    "1999-12-31",
                    "2000-01-01",
                    "1900-03-01",
                    "9999-12-31",
                    "0001-01-10",
                    "0001-01-01",
                    "2026-04-01",
                    "2026-03-31",
                    "2026-09-30",
                    "2026-10-01");

    private static final List<String> MOMENTS =
            List.of(
                    "2026-07-04T12:30:00Z",
                    "2026-07-03T21:59:59.999Z",
                    "2026-07-03T22:00:00Z",
                    "2026-07-04T21:59:59.999Z",
                    "2026-07-04T22:00:00Z",
                    "2026-03-29T00:59:59.999Z",
                    "2026-03-29T01:00:00Z",
                    "2026-03-29T01:30:00Z",
                    "2026-10-25T00:30:00Z",
                    "2026-10-25T01:00:00Z",
                    "2026-10-25T01:30:00.001Z",
                    "2025-12-31T23:00:00Z",
                    "2025-12-31T22:59:59Z",
                    "2026-01-01T00:00:00Z",
                    "2026-03-08T06:59:59Z",
                    "2026-03-08T07:00:00Z",
                    "2026-11-01T05:30:00Z",
                    "2026-11-01T06:30:00Z",
                    "1970-01-01T00:00:00Z",
                    "1969-12-31T23:59:59.999Z",
                    "2026-06-28T22:00:00Z",
                    "2026-06-27T22:00:00Z",
                    "2026-07-04T12:30:00.123Z",
                    "2000-02-29T12:00:00Z",
                    "1900-01-01T00:00:00Z",
                    "9999-12-30T12:00:00Z",
                    "0001-01-01T00:00:00Z",
                    "0002-01-01T12:00:00Z");

    private Words() {}

    /** Every text that fields can hold or be compared with. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(TEXTS);
        all.addAll(LONG);
        all.addAll(EMAILS);
        all.addAll(PHONES);
        all.addAll(URLS);
        return all;
    }

    /** Parts of texts, for which no order is asked. */
    static String part(Dice dice, String text) {
        int[] points = text.codePoints().toArray();
        int from = dice.below(points.length);
        int length = dice.between(1, Math.min(4, points.length - from));
        String part = new String(points, from, length);
        return dice.percent(30) ? part.toUpperCase(java.util.Locale.ROOT) : part;
    }

    /** A value that the field can hold. */
    static Object of(ModelField field, Dice dice) {
        return switch (field.kind()) {
            case TEXT -> dice.pick(TEXTS);
            case LONG_TEXT -> dice.pick(dice.percent(50) ? LONG : TEXTS);
            case WHOLE, NUMBER, CURRENCY, PERCENT -> number(field, dice);
            case DATE -> LocalDate.parse(dice.pick(DATES));
            case DATE_TIME -> Instant.parse(dice.pick(MOMENTS));
            case BOOLEAN -> dice.percent(50);
            case PICKLIST -> dice.pick(field.values());
            case MULTI_PICKLIST -> {
                List<String> chosen = dice.some(field.values(), 1, 3);
                yield field.values().stream().filter(chosen::contains).toList();
            }
            case EMAIL -> dice.pick(EMAILS);
            case PHONE -> dice.pick(PHONES);
            case URL -> dice.pick(URLS);
            case ID, AUTO_NUMBER, LOOKUP, ANY_LOOKUP, MASTER_DETAIL, MANY_TO_MANY ->
                    throw new IllegalArgumentException(field.name());
        };
    }

    private static BigDecimal number(ModelField field, Dice dice) {
        int digits =
                field.kind() == Kind.CURRENCY || field.kind() == Kind.PERCENT ? 18 : field.digits();
        BigInteger greatest = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
        BigInteger unscaled =
                switch (dice.below(10)) {
                    case 0 -> BigInteger.ZERO;
                    case 1 -> BigInteger.ONE;
                    case 2 -> BigInteger.ONE.negate();
                    case 3 -> dice.percent(50) ? greatest : greatest.negate();
                    case 4 -> BigInteger.TEN.pow(Math.min(field.decimals(), digits - 1));
                    default -> BigInteger.valueOf(dice.between(-30, 60) * 5L);
                };
        BigInteger held = unscaled.abs().compareTo(greatest) > 0 ? BigInteger.TWO : unscaled;
        return new BigDecimal(held, field.decimals());
    }
}
