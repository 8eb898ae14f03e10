package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.problem.Problem;
import kith.runtime.write.RuledTenant.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules may not do to other records, however they say it. */
class RuleAttackIT {

    private static RuledTenant tenant;

    @BeforeAll
    static void open() {
        tenant = new RuledTenant("attack");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource
    void makesNoRecordInPlaceOfAnother(Place place) {
        UUID victim = tenant.plain().create("Account", Map.of("name", "Victim"));

        assertThat(
                        refused(
                                place,
                                Moment.AFTER_CREATE,
                                "crm.create('Account', [id: '%s', name: 'thief'])"
                                        .formatted(victim)))
                .isNotEmpty();
        assertThat(tenant.value(victim, "name")).isEqualTo("Victim");
    }

    @ParameterizedTest
    @EnumSource
    void makesNoTwinOfItsOwnRecord(Place place) {
        assertThat(
                        refused(
                                place,
                                Moment.BEFORE_CREATE,
                                "crm.create('Account', [id: record.id, name: 'twin'])"))
                .isNotEmpty();
        assertThat(tenant.named("twin")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.update('Account', '%s', [name: 'x'])",
                "crm.delete('Account', '%s')",
                "crm.create('Contact', [name: 'x', accountId: '%s'])",
                "crm.get('Account', '%s').name",
                "crm.query('Account', [id: '%s']).first().name"
            })
    void reachesNoRecordOfAnotherTenant(String rule) {
        Writing.As other = another();
        UUID foreign = other.create("Account", Map.of("name", "Foreign"));

        assertThat(refused(Place.SERVER, Moment.AFTER_CREATE, rule.formatted(foreign)))
                .isNotEmpty();
        assertThat(other.found("select name from record where id = '%s'".formatted(foreign)))
                .isEqualTo("Foreign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "createdAt",
                "createdBy",
                "updatedBy",
                "deletedAt",
                "tenant",
                "object",
                "account",
                "name = 'x' or true --",
                "name\\\"",
                "",
                "number_1",
                "text_5",
                "class"
            })
    void setsNothingByANameMadeUpAtRunTime(String name) {
        String rule =
                """
                Map values = [:]
                values['%s'] = 'x'
                crm.update('Account', record.id, values)
                """
                        .formatted(name.replace("'", "\\'"));

        assertThat(refused(Place.SERVER, Moment.AFTER_CREATE, rule)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void deletesNothingWhereOneOfABatchIsForeign(Place place) {
        UUID own = tenant.plain().create("Account", Map.of("name", "Own"));
        UUID foreign = another().create("Account", Map.of("name", "Foreign"));

        assertThat(
                        refused(
                                place,
                                Moment.AFTER_CREATE,
                                "['%s', '%s'].each { crm.delete('Account', it) }"
                                        .formatted(own, foreign)))
                .isNotEmpty();
        assertThat(tenant.value(own, "deleted_at is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfWhatItWroteBeforeItWasRefused(Place place) {
        UUID own = tenant.plain().create("Account", Map.of("name", "Before"));

        assertThat(
                        refused(
                                place,
                                Moment.AFTER_CREATE,
                                """
                                crm.update('Account', '%s', [name: 'After'])
                                crm.create('Contact', [name: 'made', accountId: '%s'])
                                crm.query('Contact', [accountId: '%s']).each { crm.delete(it) }
                                crm.delete('Account', record.id)
                                """
                                        .formatted(own, own, own)))
                .isNotEmpty();
        assertThat(tenant.value(own, "name")).isEqualTo("Before");
        assertThat(tenant.contactsOf(own)).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void seesWhatItDeletedNoMore(Place place) {
        UUID own = tenant.plain().create("Account", Map.of("name", "Gone"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        """
                                        crm.delete('Account', '%s')
                                        crm.update('Account', record.id, [rating: crm.query('Account', [id: '%s']).size() + ' left'])
                                        """
                                                .formatted(own, own)));

        UUID id = ruled.create("Account", Map.of("name", tenant.unique()));

        assertThat(tenant.value(id, "text_5")).isEqualTo("0 left");
    }

    @ParameterizedTest
    @EnumSource
    void writesUsersInSystemModeAlone(Place place) {
        UUID user = tenant.user();
        String script = "crm.update('User', '%s', [name: 'Taken over'])".formatted(user);
        RuleCall system = new RuleCall(RuleCall.Per.RECORD, RuleCall.Mode.SYSTEM, Optional.empty());

        assertThat(refused(place, Moment.AFTER_CREATE, script)).isNotEmpty();
        assertThat(tenant.value(user, "name")).isNotEqualTo("Taken over");

        tenant.ruled(
                        tenant.rules(place)
                                .rule("Account", "all", Moment.AFTER_CREATE, system, script))
                .create("Account", Map.of("name", tenant.unique()));
        assertThat(tenant.value(user, "name")).isEqualTo("Taken over");
    }

    private static Writing.As another() {
        return tenant.as("another-" + tenant.unique().replace(' ', '-'));
    }

    private static List<Problem> refused(Place place, Moment moment, String script) {
        Writing.As ruled = tenant.ruled(tenant.rules(place).each("Account", moment, script));
        List<Problem> problems =
                ruled.refused(ruled.creation("Account", Map.of("name", tenant.unique())));
        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(problem.message()).doesNotContain("java.", "org.", "SQL"));
        return problems;
    }
}
