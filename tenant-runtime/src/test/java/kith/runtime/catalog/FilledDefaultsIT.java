package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.administrator;
import static kith.runtime.catalog.CatalogFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.ComponentRef;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ComponentChange;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records take the default of a field that becomes required. */
class FilledDefaultsIT {

    /** Each type that can have a default, with one that writes as the API would. */
    private static final Map<String, String> TYPES = types();

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("filled_defaults");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void fillsEveryRecordWhenARequiredFieldIsMade(int count) {
        addPlain(count);

        ChangeOutcome outcome = guests.put("city", "text", "required: true\ndefault: Bonn");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.affected())
                .containsExactly(
                        new AffectedRecords(
                                ComponentRef.field("Guest", "city"),
                                AffectedRecords.Kind.FILLED,
                                count));
        assertThat(guests.count("record where version = 2 and %s = 'Bonn'".formatted(home("city"))))
                .isEqualTo(count);
        assertThat(guests.count("outbox where kind = 'UPDATE' and version = 2")).isEqualTo(count);
        assertThat(guests.count("history where kind = 'UPDATE' and version = 2")).isEqualTo(count);
    }

    @Test
    void fillsWithWhatAnExpressionGivesForAll() {
        addPlain(3);

        ChangeOutcome outcome =
                guests.put(
                        "city",
                        "text",
                        "required: true\ndefault: {expression: \"'B' + lower('ONN')\"}");

        assertThat(outcome.problems()).isEmpty();
        assertThat(guests.count("record where %s = 'Bonn'".formatted(home("city")))).isEqualTo(3);
    }

    @Test
    void fillsNothingWithAnExpressionThatLooksAtTheRecord() {
        addPlain(3);

        ChangeOutcome outcome =
                guests.put("city", "text", "required: true\ndefault: {expression: upper(name)}");

        assertThat(outcome.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.problem().code())
                                .isEqualTo(ChangeRefusal.MISSING_VALUES));
    }

    @Test
    void fillsWhatARecordThatIsMadeAnewTakes() {
        guests.add("code", "'old'");
        TYPES.forEach((name, options) -> {
            String type = options.lines().findFirst().orElseThrow();
            String rest = options.substring(type.length());
            assertThat(guests.put(name, type, "required: true" + rest).problems()).isEmpty();
        });

        now(guests.write(guests.node().catalog(guests.tenant()), Map.of("name", "New")));

        String homes = TYPES.keySet().stream().map(this::home).collect(Collectors.joining(", "));
        assertThat(guests.count("record")).isEqualTo(2);
        assertThat(guests.count("(select distinct %s from record) r".formatted(homes)))
                .isEqualTo(1);
        for (String name : TYPES.keySet()) {
            assertThat(guests.count("record where %s is null".formatted(home(name)))).isZero();
            assertThat(change("UPDATE", name)).as(name).isEqualTo(change("CREATE", name));
        }
    }

    @Test
    void fillsOnlyRecordsWithoutAValue() {
        guests.add("code", "'kept'");
        guests.add("code", "null");

        ChangeOutcome outcome = guests.put("code", "text", "required: true\ndefault: none");

        assertThat(outcome.affected()).extracting(AffectedRecords::records).containsExactly(1L);
        assertThat(guests.count("record where %s = 'none' and version = 2".formatted(home("code"))))
                .isEqualTo(1);
        assertThat(guests.count("record where %s = 'kept' and version = 1".formatted(home("code"))))
                .isEqualTo(1);
    }

    @Test
    void tellsOnADryRunHowManyItWouldFillAndFillsNone() {
        addPlain(3);

        ChangeOutcome outcome = guests.tried("city", "text", "required: true\ndefault: Bonn");

        assertThat(outcome.isApplied()).isFalse();
        assertThat(outcome.affected()).extracting(AffectedRecords::records).containsExactly(3L);
        assertThat(guests.count("record where version > 1")).isZero();
        assertThat(guests.count("outbox")).isZero();
    }

    @Test
    void refusesWithoutADefaultAndTellsHowMany() {
        addPlain(3);

        ChangeOutcome outcome = guests.put("city", "text", "required: true");

        assertThat(Guests.codes(outcome)).containsExactly(ChangeRefusal.MISSING_VALUES);
        assertThat(Guests.messages(outcome))
                .containsExactly("3 records without a value in Guest.city");
        assertThat(outcome.problems().getFirst().problem().hint().orElseThrow())
                .startsWith("Give it a default");
    }

    @Test
    void fillsRecordsInTheBinWithoutTellingTheStream() {
        addPlain(1);
        guests.sql("update record set deleted_at = now()");

        guests.put("city", "text", "required: true\ndefault: Bonn");

        assertThat(guests.count("record where %s = 'Bonn'".formatted(home("city")))).isEqualTo(1);
        assertThat(guests.count("outbox")).isZero();
    }

    @Test
    void leavesTheTicksOfAKnownCheckboxAlone() {
        guests.put("vip", "boolean", "");
        addPlain(1);

        ChangeOutcome outcome = guests.put("vip", "boolean", "required: true\ndefault: true");

        assertThat(outcome.isApplied()).isTrue();
        assertThat(outcome.affected()).isEmpty();
        assertThat(guests.count("record where %s".formatted(home("vip")))).isZero();
    }

    @Test
    void givesAUniqueDefaultToOneRecordOnly() {
        guests.add("code", "null");
        guests.add("code", "'b'");

        ChangeOutcome one = guests.put("code", "text", "unique: true\nrequired: true\ndefault: a");

        assertThat(one.problems()).isEmpty();
        assertThat(guests.sql("select string_agg(value, ' ' order by value) from unique_value"))
                .isEqualTo("a b");

        ChangeOutcome two = guests.put("pass", "text", "unique: true\nrequired: true\ndefault: a");

        assertThat(Guests.codes(two)).containsExactly(ChangeRefusal.DUPLICATE_VALUES);
        assertThat(Guests.messages(two).getFirst()).startsWith("2 records");
        assertThat(guests.count("unique_value")).isEqualTo(2);
    }

    @Test
    void keysTheValueThatIsFilledIntoAFieldThatWasUniqueBefore() {
        guests.put("code", "text", "unique: true");
        guests.add("code", "null");

        guests.put("code", "text", "unique: true\nrequired: true\ndefault: a");

        assertThat(guests.sql("select value from unique_value")).isEqualTo("a");
    }

    @Test
    void fillsAFieldThatComesBackByRollback() {
        guests.put("city", "text", "required: true\ndefault: Bonn");
        guests.node()
                .change(
                        guests.tenant(),
                        new ComponentChange.Remove(ComponentRef.field("Guest", "city")));
        addPlain(2);

        ChangeOutcome back =
                now(
                        guests.node()
                                .changes()
                                .rollback(administrator(guests.tenant()), 2, "back", false));

        assertThat(back.problems()).isEmpty();
        assertThat(back.affected()).extracting(AffectedRecords::records).containsExactly(2L);
    }

    @Test
    void asksForMoreThanAHundredFieldsAtOnce() {
        addPlain(1);
        StringBuilder fields = new StringBuilder();
        for (int number = 0; number < 120; number++) {
            fields.append(Guests.document("f" + number, "longText", "required: true\ndefault: x"))
                    .append("---\n");
        }

        ChangeOutcome outcome = guests.node().put(guests.tenant(), fields.toString());

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.affected()).hasSize(120);
    }

    @Test
    void makesIdsOfTheStreamThatFollowOlderOnes() {
        addPlain(2);

        guests.put("city", "text", "required: true\ndefault: Bonn");

        List<String> ids =
                List.of(guests.sql("select string_agg(id::text, ' ') from outbox").split(" "));
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        for (String id : ids) {
            assertThat(UUID.fromString(id).version()).isEqualTo(7);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
            assertThat(UUID.fromString(id).getMostSignificantBits() >>> 16)
                    .isEqualTo(CatalogFixture.NOW.toEpochMilli());
        }
    }

    private void addPlain(int count) {
        guests.add(count, "code", "'c'");
    }

    private String home(String field) {
        return guests.home(field);
    }

    /** What history tells that a field was given. */
    private String change(String kind, String field) {
        return guests.sql(
                "select changes -> '%1$s' -> 1 from history where kind = '%2$s' and changes ? '%1$s'"
                        .formatted(guests.field(field).id(), kind));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("aText", "text\ndefault: \"it's\"");
        types.put("aLongText", "longText\ndefault: long");
        types.put("aNumber", "number\ndigits: 12\ndecimals: 2\ndefault: 12.5");
        types.put(
                "aHugeNumber",
                "number\ndigits: 38\ndecimals: 10\ndefault: \"-1234567890.0123456789\"");
        types.put("aCurrency", "currency\ndefault: 99.9");
        types.put("aPercent", "percent\ndefault: 7");
        types.put("aDate", "date\ndefault: \"2026-12-31\"");
        types.put("aTime", "dateTime\ndefault: \"2026-12-31T23:59:00+02:00\"");
        types.put("aFlag", "boolean\ndefault: true");
        types.put("aChoice", "picklist\nvalues: [a, b]\ndefault: b");
        types.put("someChoices", "multiPicklist\nvalues: [a, b, c]\ndefault: [c, a]");
        types.put("aMail", "email\ndefault: Ann@Example.com");
        types.put("aPhone", "phone\ndefault: \"+49 228 1\"");
        types.put("aUrl", "url\ndefault: https://example.com/a");
        return types;
    }
}
