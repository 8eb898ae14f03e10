package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import kith.metadata.RuleDefinition.Moment;
import kith.runtime.write.RuledTenant.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the queries of rules are sent. */
class RuleQueriesIT {

    private static RuledTenant tenant;

    @BeforeAll
    static void open() {
        tenant = new RuledTenant("queries");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheSameQueryOfARuleOnceForAllRecords(Place place) {
        UUID account = tenant.plain().create("Account", Map.of("name", "Asked"));
        for (int count = 0; count < 3; count++) {
            tenant.plain().create("Contact", Map.of("name", "C", "account", Writing.byId(account)));
        }
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.BEFORE_CREATE,
                                        "record.rating = crm.query('Contact', [accountId: '%s']).size() + ' found'"
                                                .formatted(account)));
        ruled.create("Account", Map.of("name", "warm"));

        int one = tenant.statements(ruled, tenant.batch(1));
        int many = tenant.statements(ruled, tenant.batch(20));

        assertThat(many).isEqualTo(one);
        assertThat(
                        tenant.plain()
                                .found(
                                        "select count(*) from record where object = 100 and name like 'B%' and text_5 = '3 found'"))
                .isEqualTo(place == Place.SERVER ? "21" : "42");
    }

    @ParameterizedTest
    @EnumSource
    void findsMoreWhereTheSameQueryIsAskedAfterAWrite(Place place) {
        UUID account = tenant.plain().create("Account", Map.of("name", "Written"));
        Writing.As ruled =
                tenant.ruled(
                        tenant.rules(place)
                                .each(
                                        "Account",
                                        Moment.AFTER_UPDATE,
                                        """
                                        if (old.name != record.name) {
                                            def before = crm.query('Contact', [accountId: record.id]).size()
                                            crm.create('Contact', [name: 'N', accountId: record.id])
                                            def after = crm.query('Contact', [accountId: record.id]).size()
                                            crm.update('Account', record.id, [rating: before + ' to ' + after])
                                        }
                                        """));

        ruled.write(ruled.update("Account", account, Map.of("name", "Written anew")));

        assertThat(tenant.value(account, "text_5")).isEqualTo("0 to 1");
    }
}
