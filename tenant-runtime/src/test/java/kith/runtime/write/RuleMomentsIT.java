package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

/** When rules run, and for which records. */
class RuleMomentsIT {

    private static RuledTenant tenant;

    @BeforeAll
    static void open() {
        tenant = new RuledTenant("moments");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource
    void makesOtherRecordsAfterARecordIsMade(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        """
                                        def contact = crm.create('Contact', [name: "Of ${record.name}", accountId: record.id])
                                        crm.update('Account', record.id, [rating: "with ${contact.name}"])
                                        """));

        UUID id = ruled.create("Account", Map.of("name", "A"));

        assertThat(tenant.contactsOf(id)).isEqualTo("1");
        assertThat(tenant.value(id, "text_5")).isEqualTo("with Of A");
    }

    @ParameterizedTest
    @EnumSource
    void runsAfterAnUpdateWithWhatWasAndOnlyWhereSomethingChanged(Place place) {
        UUID id = tenant.plain().create("Account", Map.of("name", "U", "rating", "cold"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_UPDATE,
                                        """
                                        if (record.isChanged('rating') && record.secret == null) {
                                            crm.update('Account', record.id, [secret: "${old.rating} to ${record.rating} v${record.version}"])
                                        }
                                        """));

        ruled.write(ruled.update("Account", id, Map.of("rating", "hot")));
        ruled.write(ruled.update("Account", id, Map.of("rating", "hot")));

        assertThat(tenant.value(id, "text_4 || ' ' || version")).isEqualTo("cold to hot v2 3");
    }

    @ParameterizedTest
    @EnumSource
    void runsForPartsThatADeletionTakesAlong(Place place) {
        String name = tenant.unique();
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .batch(
                                        "InvoiceLine",
                                        Moment.AFTER_DELETE,
                                        "records.each { crm.create('Account', [name: it.name]) }"));
        UUID invoice = tenant.plain().create("Invoice", Map.of());
        for (int index = 0; index < 3; index++) {
            tenant.plain()
                    .create(
                            "InvoiceLine",
                            Map.of("name", name, "invoice", Writing.byId(invoice), "quantity", 1));
        }

        ruled.write(ruled.deleteWhere("Invoice", ruled.oneOf("Invoice", invoice)));

        assertThat(
                        tenant.plain()
                                .found(
                                        "select count(*) from record where object = 100 and name = '%s'"
                                                .formatted(name)))
                .isEqualTo("3");
    }

    @ParameterizedTest
    @EnumSource
    void keepsARecordThatARuleDoesNotLetGo(Place place) {
        UUID invoice = tenant.plain().create("Invoice", Map.of());
        tenant.plain()
                .create(
                        "InvoiceLine",
                        Map.of("name", "L", "invoice", Writing.byId(invoice), "quantity", 7));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "InvoiceLine",
                                        Moment.BEFORE_DELETE,
                                        "if (record.quantity > 5) { record.addError('quantity', 'too many to lose') }"));

        for (var step :
                List.of(ruled.delete("Invoice", invoice), ruled.destroy("Invoice", invoice))) {
            assertThat(ruled.refused(step))
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.message()).isEqualTo("too many to lose"));
        }
        assertThat(tenant.value(invoice, "deleted_at is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @EnumSource
    void movesPartsAwayBeforeTheirWholeIsDeleted(Place place) {
        UUID invoice = tenant.plain().create("Invoice", Map.of());
        UUID other = tenant.plain().create("Invoice", Map.of());
        UUID line =
                tenant.plain()
                        .create(
                                "InvoiceLine",
                                Map.of(
                                        "name",
                                        "L",
                                        "invoice",
                                        Writing.byId(invoice),
                                        "quantity",
                                        1));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Invoice",
                                        Moment.BEFORE_DELETE,
                                        """
                                        crm.query('InvoiceLine', [invoiceId: record.id]).each {
                                            it.invoiceId = '%s'
                                            crm.update(it)
                                        }
                                        """
                                                .formatted(other)));

        ruled.write(ruled.delete("Invoice", invoice));

        assertThat(tenant.value(line, "(deleted_at is null) || ' ' || ref_1"))
                .isEqualTo("true " + other);
        assertThat(tenant.value(invoice, "deleted_at is null")).isEqualTo("f");
    }

    @ParameterizedTest
    @EnumSource
    void runsBeforeAndAfterARestore(Place place) {
        UUID id = tenant.plain().create("Account", Map.of("name", "R", "rating", "old"));
        tenant.plain().write(tenant.plain().delete("Account", id));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.BEFORE_RESTORE,
                                        "if (record.rating == 'never') { throw new RuleError('stays away') }"),
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_RESTORE,
                                        "crm.update('Account', record.id, [rating: moment])"));

        ruled.write(ruled.restore("Account", id));

        assertThat(tenant.value(id, "text_5")).isEqualTo("AFTER_RESTORE");
        tenant.plain().write(tenant.plain().update("Account", id, Map.of("rating", "never")));
        tenant.plain().write(tenant.plain().delete("Account", id));
        assertThat(ruled.refused(ruled.restoreWhere("Account", ruled.oneOf("Account", id))))
                .extracting(Problem::message)
                .containsExactly("stays away");
    }

    @ParameterizedTest
    @EnumSource
    void isCalledOnlyWhereItsConditionHoldsAsEarlierRulesLeftTheRecord(Place place) {
        RuleCall call =
                new RuleCall(
                        RuleCall.Per.BATCH,
                        RuleCall.Mode.USER,
                        Optional.of("revenue > 10 && parent.rating == 'hot'"));
        UUID parent = tenant.plain().create("Account", Map.of("name", "P", "rating", "hot"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.BEFORE_CREATE,
                                        "if (record.name == 'Raised') { record.revenue = 20 }"),
                        tenant.rules(place)
                                .rule(
                                        "Account",
                                        "conditional",
                                        Moment.BEFORE_CREATE,
                                        call,
                                        "records.each { it.rating = \"${records.size()} large\" }"));

        var answer =
                ruled.write(
                        ruled.creations(
                                "Account",
                                List.of(
                                        Map.of("name", "Small", "revenue", "5"),
                                        Map.of("name", "Raised", "parent", Writing.byId(parent)),
                                        Map.of("name", "Orphan", "revenue", "50"))));

        List<String> ratings = new ArrayList<>();
        answer.get("created")
                .forEach(record ->
                        ratings.add(
                                tenant.value(
                                        UUID.fromString(record.get("id").asString()), "text_5")));
        assertThat(ratings).containsExactly("cold", "1 large", "cold");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhichRecordOfABatchIsWrong(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .batch(
                                        "Account",
                                        Moment.BEFORE_CREATE,
                                        "records.each { if (it.rating == 'bad') it.addError('rating', 'is bad') }"));

        assertThat(
                        ruled.refused(
                                ruled.creations(
                                        "Account",
                                        List.of(
                                                Map.of("name", "A"),
                                                Map.of("name", "B", "rating", "bad"),
                                                Map.of("name", "C", "rating", "bad")))))
                .extracting(problem -> problem.path().toString())
                .containsExactly("[created, data, 1, rating]", "[created, data, 2, rating]");
    }

    @ParameterizedTest
    @EnumSource
    void runsForUpsertsAndForRecordsThatComeWithOthers(Place place) {
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_UPDATE,
                                        "if (record.secret != 'u') crm.update('Account', record.id, [secret: 'u'])"),
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_CREATE,
                                        "crm.create('Contact', [name: 'c', accountId: record.id])"));
        String key = tenant.unique();

        ruled.write(
                ruled.upsert(
                        "Account", "externalId", List.of(Map.of("name", "N", "externalId", key))));
        ruled.write(
                ruled.upsert(
                        "Account", "externalId", List.of(Map.of("name", "M", "externalId", key))));

        assertThat(
                        tenant.plain()
                                .found(
                                        "select name || text_4 from record where text_2 = '%s'"
                                                .formatted(key)))
                .isEqualTo("Mu");
    }
}
