package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Rule;
import kith.metadata.problem.Problem;
import kith.runtime.read.RecordSelection;
import kith.runtime.rule.RuleProblem;
import kith.runtime.write.RuledTenant.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Rules that somebody sets off for records that are there. */
class ButtonRuleIT {

    private static RuledTenant tenant;

    @BeforeAll
    static void open() {
        tenant = new RuledTenant("buttons");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource
    void savesWhatTheRuleSetsAndDoesWhatItWritesElsewhere(Place place) {
        Rule button =
                tenant.rules(place)
                        .each(
                                "Account",
                                Moment.BUTTON,
                                """
                                record.rating = "${old.rating} ${moment} ${isNew}"
                                crm.create('Contact', [name: "Of ${record.name}", accountId: record.id])
                                """);
        UUID first = account("cold");
        UUID second = account("hot");

        Writing.As ruled = tenant.ruled(button);
        JsonNode answer = ruled.write(press(ruled, button, second, first, second));

        assertThat(answer.get("ran").findValuesAsString("id"))
                .containsExactly(second.toString(), first.toString());
        assertThat(rating(first)).isEqualTo("cold BUTTON false");
        assertThat(rating(second)).isEqualTo("hot BUTTON false");
        assertThat(tenant.value(first, "version")).isEqualTo("2");
        assertThat(tenant.contactsOf(first)).isEqualTo("1");
        assertThat(tenant.contactsOf(second)).isEqualTo("1");
    }

    @Test
    void letsOtherRulesSeeWhatItChanges() {
        SampleRules rules = tenant.rules(Place.SERVER);
        Rule button = rules.each("Account", Moment.BUTTON, "record.rating = 'warm'");
        Rule before =
                rules.rule(
                        "Account",
                        "before",
                        Moment.BEFORE_UPDATE,
                        RuleCall.PLAIN,
                        "record.website = \"https://${record.rating}.example.com\"");
        Rule after =
                rules.rule(
                        "Account",
                        "after",
                        Moment.AFTER_UPDATE,
                        RuleCall.PLAIN,
                        "crm.create('Contact', [name: record.rating, accountId: record.id])");
        UUID id = account("cold");
        Writing.As ruled = tenant.ruled(button, before, after);

        ruled.write(press(ruled, button, id));

        assertThat(tenant.value(id, "text_3")).isEqualTo("https://warm.example.com");
        assertThat(tenant.contactsOf(id)).isEqualTo("1");
    }

    @Test
    void isSetOffByNoWriteAndLeavesARecordAloneThatItDoesNotChange() {
        Rule button =
                tenant.rules(Place.SERVER)
                        .each("Account", Moment.BUTTON, "record.rating = 'pressed'");
        Writing.As ruled = tenant.ruled(button);
        UUID id = ruled.create("Account", Map.of("name", "N", "rating", "cold"));

        ruled.write(ruled.update("Account", id, Map.of("name", "M")));
        assertThat(rating(id)).isEqualTo("cold");
        ruled.write(press(ruled, button, id));
        ruled.write(press(ruled, button, id));

        assertThat(tenant.value(id, "version")).isEqualTo("3");
    }

    @Test
    void writesNothingWhereItRefusesOneOfTheRecords() {
        Rule button =
                tenant.rules(Place.SERVER)
                        .each(
                                "Account",
                                Moment.BUTTON,
                                """
                                if (record.rating == 'bad') throw new RuleError('rating', 'Not so')
                                record.rating = 'changed'
                                crm.create('Contact', [name: 'C', accountId: record.id])
                                """);
        UUID good = account("good");

        List<Problem> problems = refused(button, good, account("bad"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(RuleProblem.RULE_REFUSED);
                    assertThat(problem.path()).isEqualTo(List.of("ran", "ids", 1, "rating"));
                });
        assertThat(rating(good)).isEqualTo("good");
        assertThat(tenant.contactsOf(good)).isEqualTo("0");
    }

    @Test
    void refusesRecordsThatAreNotThere() {
        Rule button =
                tenant.rules(Place.SERVER)
                        .each("Account", Moment.BUTTON, "record.rating = 'changed'");
        UUID good = account("good");
        UUID foreign = tenant.as("foreign").create("Account", Map.of("name", "F"));
        UUID contact = tenant.plain().create("Contact", Map.of("name", "C"));
        UUID deleted = account("deleted");
        tenant.plain().write(tenant.plain().delete("Account", deleted));

        List<Problem> problems = refused(button, good, foreign, contact, deleted);

        assertThat(problems)
                .extracting(Problem::code)
                .containsOnly(WriteProblem.RECORD_NOT_FOUND)
                .hasSize(3);
        assertThat(problems)
                .extracting(problem -> problem.path().getLast())
                .containsExactly(1, 2, 3);
        assertThat(rating(good)).isEqualTo("good");
    }

    @Test
    void refusesRecordsThatItIsNotFor() {
        RuleCall call =
                new RuleCall(
                        RuleCall.Per.RECORD, RuleCall.Mode.USER, Optional.of("rating == 'hot'"));
        Rule button =
                tenant.rules(Place.SERVER)
                        .rule("Account", "cool", Moment.BUTTON, call, "record.rating = 'cold'");
        UUID hot = account("hot");

        List<Problem> problems = refused(button, hot, account("warm"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(RuleProblem.RULE_NOT_APPLICABLE);
                    assertThat(problem.path()).isEqualTo(List.of("ran", "ids", 1));
                });
        assertThat(rating(hot)).isEqualTo("hot");
        Writing.As ruled = tenant.ruled(button);
        ruled.write(press(ruled, button, hot));
        assertThat(rating(hot)).isEqualTo("cold");
    }

    @ParameterizedTest
    @EnumSource
    void stopsARuleThatSpendsTooMuch(Place place) {
        Rule button =
                tenant.rules(place)
                        .each(
                                "Account",
                                Moment.BUTTON,
                                "record.rating = 'changed'\nwhile (true) { record.rating = 'x' }");
        UUID id = account("good");

        assertThat(refused(button, id))
                .extracting(Problem::code)
                .containsExactly(RuleProblem.RULE_LIMIT_EXCEEDED);
        assertThat(rating(id)).isEqualTo("good");
    }

    @Test
    void takesAThousandRecordsAtMost() {
        Rule button =
                tenant.rules(Place.SERVER).each("Account", Moment.BUTTON, "record.rating = 'x'");

        assertThat(
                        refused(
                                button,
                                Collections.nCopies(1_001, account("good")).toArray(UUID[]::new)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.BATCH_TOO_LARGE);
    }

    @Test
    void doesNotLetARuleDeleteItsOwnRecord() {
        Rule button =
                tenant.rules(Place.SERVER)
                        .each("Account", Moment.BUTTON, "crm.delete('Account', record.id)");

        assertThat(refused(button, account("good")))
                .extracting(Problem::code)
                .containsExactly(RuleProblem.RULE_FAILED);
    }

    @Test
    void worksOnABatchInAFixedNumberOfStatements() {
        Rule button =
                tenant.rules(Place.SERVER)
                        .batch(
                                "Account",
                                Moment.BUTTON,
                                """
                                records.each { r ->
                                    r.rating = "one of ${records.size()}"
                                    crm.create('Contact', [name: 'B', accountId: r.id])
                                }
                                """);
        UUID[] few = accounts(2);
        UUID[] many = accounts(60);

        assertThat(statements(button, many)).isEqualTo(statements(button, few));
        assertThat(rating(many[59])).isEqualTo("one of 60");
    }

    private static int statements(Rule button, UUID... ids) {
        Writing.As ruled = tenant.ruled(button);
        return tenant.statements(ruled, press(ruled, button, ids));
    }

    private static WriteRequest.RunRule press(Writing.As ruled, Rule button, UUID... ids) {
        return new WriteRequest.RunRule(
                "ran",
                ruled.object("Account"),
                button,
                List.of(ids),
                new RecordSelection(
                        List.of(new RecordSelection.Value("id", ruled.field("Account", "id")))));
    }

    private static List<Problem> refused(Rule button, UUID... ids) {
        Writing.As ruled = tenant.ruled(button);
        return ruled.refused(press(ruled, button, ids));
    }

    private static UUID[] accounts(int count) {
        return Stream.generate(() -> account("some")).limit(count).toArray(UUID[]::new);
    }

    private static UUID account(String rating) {
        return tenant.plain().create("Account", Map.of("name", tenant.unique(), "rating", rating));
    }

    private static String rating(UUID id) {
        return tenant.value(id, "text_5");
    }
}
