package kith.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {

    private static final List<PicklistValue> STAGES =
            List.of(
                    new PicklistValue("prospecting", "Prospecting", true),
                    new PicklistValue("closedWon", "Closed won", true),
                    new PicklistValue("legacy", "Legacy", false));

    @Test
    void takesAnEmptyTextForNoValueWhateverTheType() {
        assertThat(accepted(new FieldType.Text(10), "")).isNull();
        assertThat(accepted(new FieldType.Numeric(18, 2), "")).isNull();
        assertThat(accepted(new FieldType.Date(), "")).isNull();
        assertThat(accepted(new FieldType.Checkbox(), null)).isNull();
    }

    @Test
    void countsTextInCodePoints() {
        assertThat(accepted(new FieldType.Text(3), "😀😀😀")).isEqualTo("😀😀😀");
        assertThat(refused(new FieldType.Text(3), "😀😀😀😀").code())
                .isEqualTo(ValueProblem.TEXT_TOO_LONG);
    }

    @Test
    void keepsTextAsTyped() {
        assertThat(accepted(new FieldType.Text(20), "  two words ")).isEqualTo("  two words ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u007Fb", "a\u0085b", "a\uD83Db"})
    void refusesCharactersThatALineCannotKeep(String text) {
        assertThat(refused(new FieldType.Text(20), text).code())
                .isEqualTo(ValueProblem.TEXT_CHARACTER_REFUSED);
    }

    @Test
    void keepsBreaksAndTabsInLongText() {
        assertThat(accepted(new FieldType.LongText(20), "a\r\nb\tc\n")).isEqualTo("a\nb\tc\n");
        assertThat(refused(new FieldType.LongText(20), "a\u0000").code())
                .isEqualTo(ValueProblem.TEXT_CHARACTER_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"12.5,12.50", "12,12.00", "-0.01,-0.01", "1e3,1000.00", "+7.10,7.10", ".5,0.50"})
    void readsNumbersExactly(String raw, String expected) {
        FieldType type = new FieldType.Numeric(18, 2);
        assertThat(accepted(type, raw)).isEqualTo(new BigDecimal(expected));
        assertThat(accepted(type, new BigDecimal(raw))).isEqualTo(new BigDecimal(expected));
    }

    @Test
    void readsNumbersOfAllJavaTypes() {
        FieldType type = new FieldType.Currency(2);
        assertThat(accepted(type, 5)).isEqualTo(new BigDecimal("5.00"));
        assertThat(accepted(type, 5L)).isEqualTo(new BigDecimal("5.00"));
        assertThat(accepted(type, 0.1)).isEqualTo(new BigDecimal("0.10"));
        assertThat(refused(type, Double.NaN).code()).isEqualTo(ValueProblem.NUMBER_MALFORMED);
    }

    @Test
    void refusesToRound() {
        Problem problem = refused(new FieldType.Percent(2), "12.345");
        assertThat(problem.code()).isEqualTo(ValueProblem.NUMBER_TOO_PRECISE);
        assertThat(problem.message()).isEqualTo("The number has 3 decimals; 2 are kept");
        assertThat(accepted(new FieldType.Percent(2), "12.3400"))
                .isEqualTo(new BigDecimal("12.34"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1e4", "1e999", "99999.9"})
    void refusesNumbersOfTooManyDigits(String raw) {
        assertThat(refused(new FieldType.Numeric(6, 2), raw).code())
                .isEqualTo(ValueProblem.NUMBER_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "twelve", "0x10", "1e99999999", "NaN", "--1", "1 000", "."})
    void refusesWhatIsNoNumber(String raw) {
        assertThat(refused(new FieldType.Numeric(18, 2), raw).code())
                .isEqualTo(ValueProblem.NUMBER_MALFORMED);
    }

    @Test
    void readsDays() {
        assertThat(accepted(new FieldType.Date(), "2026-02-28"))
                .isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(refused(new FieldType.Date(), "2026-02-30").code())
                .isEqualTo(ValueProblem.DATE_MALFORMED);
        assertThat(refused(new FieldType.Date(), "0000-01-01").code())
                .isEqualTo(ValueProblem.DATE_OUT_OF_RANGE);
        assertThat(refused(new FieldType.Date(), "+10000-01-01").code())
                .isEqualTo(ValueProblem.DATE_OUT_OF_RANGE);
    }

    @Test
    void keepsMomentsToTheMillisecondInUtc() {
        assertThat(accepted(new FieldType.DateTime(), "2026-07-04T14:30:00.123456+02:00"))
                .isEqualTo(Instant.parse("2026-07-04T12:30:00.123Z"));
        assertThat(refused(new FieldType.DateTime(), "2026-07-04T14:30:00").code())
                .isEqualTo(ValueProblem.DATE_MALFORMED);
        assertThat(refused(new FieldType.DateTime(), "2026-07-04").code())
                .isEqualTo(ValueProblem.DATE_MALFORMED);
    }

    @Test
    void tellsYesFromNo() {
        assertThat(accepted(new FieldType.Checkbox(), true)).isEqualTo(true);
        assertThat(refused(new FieldType.Checkbox(), "true").code())
                .isEqualTo(ValueProblem.VALUE_WRONG_TYPE);
    }

    @Test
    void takesActiveChoicesAndGuessesWhatWasMeant() {
        FieldType type = new FieldType.Picklist(STAGES);
        assertThat(accepted(type, "closedWon")).isEqualTo("closedWon");
        assertThat(refused(type, "Closed Won").hint())
                .isEqualTo(Optional.of("Did you mean `closedWon`?"));
        assertThat(refused(type, "something else").hint()).isEmpty();
        assertThat(refused(type, "legacy").code()).isEqualTo(ValueProblem.PICKLIST_VALUE_INACTIVE);
        assertThat(FieldValues.coerceComparand(type, "legacy"))
                .isEqualTo(new Coercion.Accepted("legacy"));
    }

    @Test
    void keepsSeveralChoicesOnceEachInTheOrderOfTheDefinition() {
        FieldType type = new FieldType.MultiPicklist(STAGES);
        assertThat(accepted(type, List.of("closedWon", "prospecting", "closedWon")))
                .isEqualTo(List.of("prospecting", "closedWon"));
        assertThat(accepted(type, List.of())).isNull();
        assertThat(refused(type, "closedWon").code()).isEqualTo(ValueProblem.VALUE_WRONG_TYPE);
        assertThat(refused(type, List.of("nope")).code())
                .isEqualTo(ValueProblem.PICKLIST_VALUE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "jane@Example.COM,jane@example.com",
        "Nancy.Davolio@northwind.localhost,Nancy.Davolio@northwind.localhost",
        "o'neil+crm@ex-ample.co.uk,o'neil+crm@ex-ample.co.uk"
    })
    void readsMailAddresses(String raw, String expected) {
        assertThat(accepted(new FieldType.Email(), raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "jane@",
                "@example.com",
                "jane@example",
                "a@b@c.de",
                "a..b@c.de",
                "jane doe@example.com",
                "jane@-example.com",
                "<jane@example.com>"
            })
    void refusesWhatIsNoMailAddress(String raw) {
        assertThat(refused(new FieldType.Email(), raw).code())
                .isEqualTo(ValueProblem.EMAIL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(206) 555-9857", "0621-08460", "+49 30 0074321", "(1) 03.83.00.68", "x452"})
    void readsTelephoneNumbers(String raw) {
        assertThat(accepted(new FieldType.Phone(), raw)).isEqualTo(raw);
    }

    @Test
    void refusesATelephoneNumberWithoutDigits() {
        assertThat(refused(new FieldType.Phone(), "call me").code())
                .isEqualTo(ValueProblem.PHONE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com",
                "example.com",
                "http://",
                "https://exa mple.com",
                "data:text/html,x"
            })
    void refusesAddressesThatABrowserShouldNotFollow(String raw) {
        assertThat(refused(new FieldType.Url(), raw).code()).isEqualTo(ValueProblem.URL_MALFORMED);
    }

    @Test
    void readsWebAddresses() {
        assertThat(accepted(new FieldType.Url(), "https://example.com/a?b=c#d"))
                .isEqualTo("https://example.com/a?b=c#d");
    }

    @Test
    void readsIds() {
        UUID id = UUID.fromString("01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11");
        assertThat(accepted(new FieldType.Id(), id.toString())).isEqualTo(id);
        assertThat(accepted(new FieldType.Lookup("Account", Optional.empty()), id)).isEqualTo(id);
        assertThat(refused(new FieldType.Id(), "1-1-1-1-1").code())
                .isEqualTo(ValueProblem.ID_MALFORMED);
    }

    private static @Nullable Object accepted(FieldType type, @Nullable Object raw) {
        return switch (FieldValues.coerce(type, raw)) {
            case Coercion.Accepted(var value) -> value;
            case Coercion.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static Problem refused(FieldType type, Object raw) {
        return switch (FieldValues.coerce(type, raw)) {
            case Coercion.Accepted(var value) -> throw new AssertionError("accepted " + value);
            case Coercion.Refused(var problem) -> problem;
        };
    }
}
