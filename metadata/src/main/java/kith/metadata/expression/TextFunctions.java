package kith.metadata.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kith.metadata.expression.Function.Group;
import kith.metadata.expression.Function.Nulls;
import org.jspecify.annotations.Nullable;

/** Texts, counted in code points from 1. */
final class TextFunctions {

    static final String MATCHES = "matches";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,20})?");

    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                of("length", "How many characters a text has.")
                        .text("text")
                        .example("length('Kith')", "4")
                        .example("length('')", "0")
                        .gives(Kind.NUMBER, a -> BigDecimal.valueOf(Texts.length(a.text(0)))),
                of("upper", "All in capital letters.")
                        .text("text")
                        .example("upper('straße')", "'STRASSE'")
                        .gives(Kind.TEXT, a -> Cases.upper(a.text(0))),
                of("lower", "All in small letters.")
                        .text("text")
                        .example("lower('ÄPFEL')", "'äpfel'")
                        .gives(Kind.TEXT, a -> Cases.lower(a.text(0))),
                of("capitalize", "The first character as a capital letter.")
                        .text("text")
                        .example("capitalize('acme GmbH')", "'Acme GmbH'")
                        .gives(Kind.TEXT, a -> Texts.capitalized(a.text(0))),
                of("trim", "Without spaces, tabs and line ends at both ends.")
                        .text("text")
                        .example("trim('  Acme ')", "'Acme'")
                        .gives(Kind.TEXT, a -> Texts.trimmed(a.text(0))),
                of("isBlank", "Whether a text is missing or has nothing but spaces.")
                        .text("text")
                        .nulls(Nulls.TELL)
                        .example("isBlank('  ')", "true")
                        .example("isBlank(null)", "true")
                        .example("isBlank('x')", "false")
                        .gives(
                                Kind.BOOLEAN,
                                a -> a.isMissing(0) || Texts.trimmed(a.text(0)).isEmpty()),
                of("left", "The first characters.")
                        .text("text")
                        .number("count")
                        .example("left('Acme', 2)", "'Ac'")
                        .example("left('Acme', 9)", "'Acme'")
                        .gives(Kind.TEXT, a -> Texts.part(a.text(0), 0, a.whole(1))),
                of("right", "The last characters.")
                        .text("text")
                        .number("count")
                        .example("right('Acme', 2)", "'me'")
                        .gives(
                                Kind.TEXT,
                                a ->
                                        Texts.part(
                                                a.text(0),
                                                Texts.length(a.text(0)) - Math.max(a.whole(1), 0),
                                                Texts.length(a.text(0)))),
                of("mid", "So many characters from a place on, counted from 1.")
                        .text("text")
                        .number("start")
                        .number("count")
                        .example("mid('2026-11-22', 6, 2)", "'11'")
                        .gives(
                                Kind.TEXT,
                                a -> {
                                    int start = Math.max(a.whole(1), 1) - 1;
                                    return Texts.part(
                                            a.text(0), start, start + Math.max(a.whole(2), 0));
                                }),
                of("contains", "Whether a text has another one in it, letter by letter.")
                        .text("text")
                        .text("part")
                        .example("contains('Acme GmbH', 'GmbH')", "true")
                        .example("contains('Acme GmbH', 'gmbh')", "false")
                        .gives(Kind.BOOLEAN, a -> Occurrences.first(a.text(0), a.text(1), 0) >= 0),
                of("startsWith", "Whether a text begins with another one.")
                        .text("text")
                        .text("start")
                        .example("startsWith('+49 30 1234', '+49')", "true")
                        .gives(Kind.BOOLEAN, a -> a.text(0).startsWith(a.text(1))),
                of("endsWith", "Whether a text ends with another one.")
                        .text("text")
                        .text("end")
                        .example("endsWith('a@acme.example', '.example')", "true")
                        .gives(Kind.BOOLEAN, a -> a.text(0).endsWith(a.text(1))),
                of("equalsIgnoreCase", "Whether two texts differ at most in capitals.")
                        .text("text")
                        .text("other")
                        .example("equalsIgnoreCase('ACME', 'Acme')", "true")
                        .gives(
                                Kind.BOOLEAN,
                                a -> Cases.lower(a.text(0)).equals(Cases.lower(a.text(1)))),
                of("find", "Where a text first occurs in another one, counted from 1; else 0.")
                        .text("text")
                        .text("part")
                        .example("find('a@acme.example', '@')", "2")
                        .example("find('acme', '@')", "0")
                        .gives(
                                Kind.NUMBER,
                                a -> BigDecimal.valueOf(Texts.find(a.text(0), a.text(1)))),
                of("countOf", "How often a text occurs in another one, not overlapping.")
                        .text("text")
                        .text("part")
                        .example("countOf('a,b,,c', ',')", "3")
                        .gives(
                                Kind.NUMBER,
                                a -> BigDecimal.valueOf(Texts.count(a.text(0), a.text(1)))),
                of("replace", "With all occurrences of a part replaced.")
                        .text("text")
                        .text("part")
                        .text("by")
                        .example("replace('030/12 34', ' ', '')", "'030/1234'")
                        .gives(Kind.TEXT, a -> Texts.replaced(a.text(0), a.text(1), a.text(2))),
                of("before", "What stands before the first occurrence; else the whole text.")
                        .text("text")
                        .text("mark")
                        .example("before('nancy@acme.example', '@')", "'nancy'")
                        .example("before('nancy', '@')", "'nancy'")
                        .gives(Kind.TEXT, a -> Texts.before(a.text(0), a.text(1))),
                of("after", "What stands behind the first occurrence; else nothing.")
                        .text("text")
                        .text("mark")
                        .example("after('nancy@acme.example', '@')", "'acme.example'")
                        .gives(Kind.TEXT, a -> Texts.after(a.text(0), a.text(1))),
                of("repeat", "So many times in a row; missing beyond a million characters.")
                        .text("text")
                        .number("count")
                        .example("repeat('*', 3)", "'***'")
                        .gives(Kind.TEXT, a -> Texts.repeated(a.text(0), a.whole(1))),
                of("padLeft", "Filled up in front to a length, at most 100,000.")
                        .text("text")
                        .number("length")
                        .text("fill")
                        .example("padLeft('42', 5, '0')", "'00042'")
                        .gives(
                                Kind.TEXT,
                                a -> {
                                    String fill = Texts.fill(a.text(0), a.whole(1), a.text(2));
                                    return fill == null ? null : fill + a.text(0);
                                }),
                of("padRight", "Filled up behind to a length, at most 100,000.")
                        .text("text")
                        .number("length")
                        .text("fill")
                        .example("padRight('ab', 4, '.')", "'ab..'")
                        .gives(
                                Kind.TEXT,
                                a -> {
                                    String fill = Texts.fill(a.text(0), a.whole(1), a.text(2));
                                    return fill == null ? null : a.text(0) + fill;
                                }),
                of("reverse", "From its end to its beginning.")
                        .text("text")
                        .example("reverse('abc')", "'cba'")
                        .gives(Kind.TEXT, a -> new StringBuilder(a.text(0)).reverse().toString()),
                of("join", "Texts with a separator between; missing and empty ones are left out.")
                        .text("separator")
                        .text("text")
                        .andMore()
                        .nulls(Nulls.TELL)
                        .example("join(', ', 'Berlin', '', 'Germany')", "'Berlin, Germany'")
                        .gives(Kind.TEXT, TextFunctions::joined),
                of("text", "The number as a text, without needless zeros.")
                        .number("value")
                        .example("text(12.50)", "'12.5'")
                        .gives(Kind.TEXT, a -> ExactNumbers.text(a.number(0))),
                of("text", "The date as a text: year, month, day.")
                        .date("value")
                        .example("text(date(2026, 3, 1))", "'2026-03-01'")
                        .gives(Kind.TEXT, a -> Dates.text(a.date(0))),
                of("text", "The moment as a text, in UTC.")
                        .moment("value")
                        .example(
                                "text(dateTime('2026-03-01T09:30Z'))", "'2026-03-01T09:30:00.000Z'")
                        .gives(Kind.TEXT, a -> Moments.text(a.moment(0))),
                of("text", "'true' or 'false'.")
                        .with("value", Kind.BOOLEAN)
                        .nulls(Nulls.TELL)
                        .example("text(1 < 2)", "'true'")
                        .gives(Kind.TEXT, a -> Boolean.toString(a.flag(0))),
                of("text", "The id of the record that a reference points to.")
                        .with("value", Kind.REFERENCE)
                        .gives(
                                Kind.TEXT,
                                a -> ((UUID) Objects.requireNonNull(a.value(0))).toString()),
                of("number", "The number that a text is; missing where it is none.")
                        .text("text")
                        .example("number('12.50') * 2", "25")
                        .example("number('a dozen')", "null")
                        .gives(
                                Kind.NUMBER,
                                a ->
                                        NUMBER.matcher(a.text(0)).matches()
                                                ? new BigDecimal(a.text(0))
                                                : null),
                of(MATCHES, "Whether the whole text has the form of a regular expression.")
                        .text("text")
                        .text("pattern")
                        .notInSql("the regular expressions of Java and of the database differ")
                        .example("matches('DE-1234', '[A-Z]{2}-[0-9]+')", "true")
                        .gives(
                                Kind.BOOLEAN,
                                a -> RegularExpressions.matches(a.text(0), a.text(1), a.steps())));
    }

    private static FunctionDraft of(String name, String description) {
        return FunctionDraft.of(Group.TEXT, name, description);
    }

    private static @Nullable String joined(Arguments arguments) {
        String separator = arguments.isMissing(0) ? "" : arguments.text(0);
        List<String> texts =
                IntStream.range(1, arguments.count())
                        .filter(position -> !arguments.isMissing(position))
                        .mapToObj(arguments::text)
                        .filter(text -> !text.isEmpty())
                        .toList();
        long length = (long) Texts.length(separator) * Math.max(0, texts.size() - 1);
        for (String text : texts) {
            length += Texts.length(text);
        }
        return length > Texts.MAX_LENGTH ? null : String.join(separator, texts);
    }
}
