package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.problem.Problem;
import kith.runtime.write.RuledTenant.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules may do to other records. */
class RuleCrmIT {

    private static RuledTenant tenant;

    @BeforeAll
    static void open() {
        tenant = new RuledTenant("crm");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatARuleBeforeSavingWantsWhenItsRecordIsSaved(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.BEFORE_CREATE,
                                        "crm.create('Contact', [name: 'C', accountId: record.id])\nrecord.rating = 'r'"));

        UUID id = ruled.create("Account", Map.of("name", "A"));

        assertThat(tenant.contactsOf(id)).isEqualTo("1");
        assertThat(tenant.value(id, "text_5")).isEqualTo("r");
    }

    @ParameterizedTest
    @EnumSource
    void writesForAllRecordsOfABatchInTheSameNumberOfStatements(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Contact', [name: record.name, accountId: record.id])"),
                        tenant.rules(place)
                                .batch(
                                        "Contact",
                                        Moment.AFTER_CREATE,
                                        "records.each { crm.update('Account', it.accountId, [rating: it.name]) }"));
        ruled.create("Account", Map.of("name", "warm"));

        int one = tenant.statements(ruled, tenant.batch(1));
        int many = tenant.statements(ruled, tenant.batch(40));

        assertThat(many).isEqualTo(one);
        assertThat(
                        tenant.plain()
                                .found(
                                        "select count(*) from record where object = 100 and name like 'B%' and text_5 = name"))
                .isEqualTo(place == Place.SERVER ? "41" : "82");
    }

    @ParameterizedTest
    @EnumSource
    void addsUpOverTheRecordsOfABatch(Place place) {
        UUID account = tenant.plain().create("Account", Map.of("name", "Sum"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Contact",
                                        Moment.AFTER_CREATE,
                                        """
                                        def account = crm.get('Account', record.accountId)
                                        account.revenue = (account.revenue ?: 0) + 1
                                        crm.update(account)
                                        """));

        ruled.write(
                ruled.creations(
                        "Contact",
                        IntStream.range(0, 5)
                                .mapToObj(index ->
                                        Map.of(
                                                "name",
                                                "S" + index,
                                                "account",
                                                Writing.byId(account)))
                                .toList()));

        assertThat(tenant.value(account, "number_1")).isEqualTo("500");
    }

    @ParameterizedTest
    @EnumSource
    void findsInAQueryWhatItWroteBefore(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .batch(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        """
                                        records.each { crm.create('Contact', [name: 'Q', accountId: it.id]) }
                                        def found = crm.query('Contact', [accountId: records[0].id])
                                        records.each { crm.update('Account', it.id, [rating: "${found.size()} of ${records.size()}"]) }
                                        """));

        UUID id = ruled.create("Account", Map.of("name", "A"));

        assertThat(tenant.value(id, "text_5")).isEqualTo("1 of 1");
    }

    @ParameterizedTest
    @EnumSource
    void rollsEverythingBackWhereARuleAfterSavingRefuses(Place place) {
        String name = tenant.unique();
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Contact', [name: record.name, accountId: record.id])"),
                        tenant.rules(place)
                                .each(
                                        "Contact",
                                        Moment.AFTER_CREATE,
                                        "throw new RuleError('email', 'has no address')"));

        Problem problem = ruled.refused(ruled.creation("Account", Map.of("name", name))).getFirst();

        assertThat(problem.message()).contains("has no address");
        assertThat(problem.code().name()).isEqualTo("RULE_REFUSED");
        assertThat(problem.path()).startsWith("created", "data");
        assertThat(tenant.named(name)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRulesThatSetOffOneAnother(Place place) {
        String name = tenant.unique();
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Contact', [name: record.name, accountId: record.id])"),
                        tenant.rules(place)
                                .each(
                                        "Contact",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Account', [name: record.name])"));

        Problem problem = ruled.refused(ruled.creation("Account", Map.of("name", name))).getFirst();

        assertThat(problem.code().name()).isEqualTo("RULE_LIMIT_EXCEEDED");
        assertThat(problem.message())
                .contains("more than 16 rules set off one another")
                .contains(
                        "rule each on Account → rule each on Contact → rule each on Account → rule each on Contact");
        assertThat(tenant.named(name)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void stopsARuleThatChangesItsOwnRecordForEver(Place place) {
        UUID id = tenant.plain().create("Account", Map.of("name", "Self", "rating", "r"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_UPDATE,
                                        "crm.update('Account', record.id, [rating: record.rating + 'x'])"));

        Problem problem =
                ruled.refused(ruled.update("Account", id, Map.of("rating", "s"))).getFirst();

        assertThat(problem.message()).contains("rule each on Account → rule each on Account");
        assertThat(tenant.value(id, "text_5")).isEqualTo("r");
    }

    @ParameterizedTest
    @EnumSource
    void keepsARuleFromDeletingWhatItRunsFor(Place place) {
        String name = tenant.unique();
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.delete('Account', record.id)"));

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", name))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message())
                                .contains("cannot delete a record that it runs for"));
        assertThat(tenant.named(name)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void keepsARuleFromDeletingWhatTheAnswerTellsOf(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Contact', [name: 'c', accountId: record.id])"),
                        tenant.rules(place)
                                .each(
                                        "Contact",
                                        Moment.BEFORE_CREATE,
                                        "crm.delete('Account', record.accountId)"));
        String name = tenant.unique();

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", name))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).contains("cannot delete a record"));
        assertThat(tenant.named(name)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void writesWithTheRightsOfItsMode(Place place) {
        String script =
                "crm.create('User', [name: record.name, email: record.name.replace(' ', '.') + '@example.com'])";
        Writing.As asUser =
                tenant.ruled(tenant.rules(place).each("Account", Moment.AFTER_CREATE, script));
        RuleCall call = new RuleCall(RuleCall.Per.RECORD, RuleCall.Mode.SYSTEM, Optional.empty());
        Writing.As asSystem =
                tenant.ruled(
                        tenant.rules(place)
                                .rule("Account", "system", Moment.AFTER_CREATE, call, script));
        String name = tenant.unique();

        assertThat(asUser.refused(asUser.creation("Account", Map.of("name", name))))
                .extracting(problem -> problem.code().name())
                .containsExactly("WRITE_FORBIDDEN");
        asSystem.create("Account", Map.of("name", name));
        assertThat(tenant.named(name)).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void reachesNoRecordOfAnotherTenant(Place place) {
        UUID foreign =
                tenant.as("other-" + place.name().toLowerCase(Locale.ROOT))
                        .create("Account", Map.of("name", "Foreign"));
        String name = tenant.unique();
        for (String script :
                List.of(
                        "crm.create('Contact', [name: 'x', accountId: '%s'])",
                        "crm.update('Account', '%s', [name: 'mine'])",
                        "crm.delete('Account', '%s')")) {
            Writing.As ruled =
                    tenant.ruled(
                            tenant.rules(place)
                                    .each(
                                            "Account",
                                            Moment.AFTER_CREATE,
                                            script.formatted(foreign)));
            assertThat(ruled.refused(ruled.creation("Account", Map.of("name", name))))
                    .extracting(problem -> problem.code().name())
                    .containsExactly("RULE_WRITE_REFUSED");
        }
        assertThat(tenant.named(name)).isEqualTo("0");
    }
}
