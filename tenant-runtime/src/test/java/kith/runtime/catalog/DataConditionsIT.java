package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.administrator;
import static kith.runtime.catalog.CatalogFixture.now;
import static kith.runtime.catalog.CatalogFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Field;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ComponentChange;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.value.UniqueKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class DataConditionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RuntimeDatabase database;

    private Guests guests;
    private CatalogFixture node;
    private Tenant tenant;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("data_conditions");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
        node = guests.node();
        tenant = guests.tenant();
    }

    @Test
    void refusesRequiredWhereRecordsHaveNoValue() {
        guest("code", "'a'");
        guest("code", "null");

        ChangeOutcome outcome =
                node.put(
                        tenant,
                        """
                        kind: Field
                        object: Guest
                        name: code
                        type: text
                        required: true
                        ---
                        kind: Field
                        object: Guest
                        name: birthday
                        type: date
                        required: true
                        """);

        assertThat(outcome.isApplied()).isFalse();
        assertThat(codes(outcome)).containsOnly(ChangeRefusal.MISSING_VALUES);
        assertThat(messages(outcome))
                .containsExactlyInAnyOrder(
                        "1 record without a value in Guest.code",
                        "2 records without a value in Guest.birthday");
    }

    @Test
    void countsOnlyLiveRecords() {
        guest("code", "null");
        sql("update record set deleted_at = now()");

        assertThat(put("code", "text", "required: true").isApplied()).isTrue();
    }

    @Test
    void refusesUniqueWhereRecordsShareAValue() {
        guest("email", "'Ann@example.com'");
        guest("email", "'ann@example.com'");
        guest("email", "'bob@example.com'");
        guest("email", "null");

        ChangeOutcome outcome = put("email", "email", "unique: true");

        assertThat(codes(outcome)).containsExactly(ChangeRefusal.DUPLICATE_VALUES);
        assertThat(messages(outcome).getFirst()).startsWith("2 records");
        assertThat(sql("select count(*) from unique_value")).isEqualTo("0");
    }

    @Test
    void keepsTheKeysOfValuesThatBecomeUniqueAsWritesDo() {
        String longest = "ü".repeat(255);
        guest("code", "'" + longest + "'");
        guest("email", "'Ann@Example.com'");
        guest("number", "12300");
        guest("number", "12345");
        guest("number", "0");

        put("code", "text", "unique: true");
        put("email", "email", "unique: true");
        put("number", "number", "digits: 12\ndecimals: 2\nunique: true");

        assertThat(keys("code")).containsExactly(key("code", longest));
        assertThat(keys("email")).containsExactly(key("email", "Ann@Example.com"));
        assertThat(keys("number"))
                .containsExactlyInAnyOrder(
                        key("number", new BigDecimal("123.00")),
                        key("number", new BigDecimal("123.45")),
                        key("number", new BigDecimal("0.00")));
    }

    @Test
    void forgetsTheKeysOfAFieldThatIsRemovedAndFindsThemAgain() {
        guest("code", "'a'");
        put("code", "text", "unique: true");
        node.change(tenant, new ComponentChange.Remove(ComponentRef.field("Guest", "code")));
        assertThat(sql("select count(*) from unique_value")).isEqualTo("0");

        ChangeOutcome back = now(node.changes().rollback(administrator(tenant), 2, "back", false));

        assertThat(back.problems()).isEmpty();
        assertThat(keys("code")).containsExactly("a");
    }

    @Test
    void refusesALengthThatRecordsExceed() {
        guest("code", "'abcdef'");

        ChangeOutcome outcome = put("code", "text", "maxLength: 5");

        assertThat(codes(outcome)).containsExactly(ChangeRefusal.VALUES_TOO_LONG);
        assertThat(put("code", "text", "maxLength: 6").isApplied()).isTrue();
    }

    @Test
    void refusesToTakeValuesFromPicklistsThatRecordsHold() {
        guest("status", "'new'");
        guest("tastes", "'[\"tea\"]'::jsonb");

        assertThat(codes(put("status", "picklist", "values: [regular]")))
                .containsExactly(ChangeRefusal.VALUES_IN_USE);
        assertThat(codes(put("tastes", "multiPicklist", "values: [coffee]")))
                .containsExactly(ChangeRefusal.VALUES_IN_USE);
        assertThat(put("status", "picklist", "values: [new]").isApplied()).isTrue();
        assertThat(put("tastes", "multiPicklist", "values: [tea]").isApplied()).isTrue();
    }

    @Test
    void waitsForWritesThatBeganUnderTheOldCatalog() {
        Sql addGuest = addGuest();
        Sinks.Empty<Void> writeMayEnd = Sinks.empty();
        CompletableFuture<Void> hasBegun = new CompletableFuture<>();
        CompletableFuture<@Nullable Long> write =
                database.database()
                        .inTransaction(
                                TenantExpectation.anyStateOf(tenant.key()),
                                session -> {
                                    hasBegun.complete(null);
                                    return writeMayEnd.asMono().then(session.execute(addGuest));
                                })
                        .toFuture();
        hasBegun.join();

        CompletableFuture<@Nullable ChangeOutcome> change =
                node.changes()
                        .apply(
                                administrator(tenant),
                                request(Guests.document("code", "text", "required: true")))
                        .toFuture();
        awaitOneThatWaits();
        writeMayEnd.tryEmitEmpty().orThrow();

        assertThat(write.join()).isEqualTo(1);
        assertThat(codes(Objects.requireNonNull(change.join())))
                .containsExactly(ChangeRefusal.MISSING_VALUES);
    }

    private void awaitOneThatWaits() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .equals("0")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private ChangeOutcome put(String field, String type, String options) {
        return guests.put(field, type, options);
    }

    private Sql addGuest() {
        return Sql.of(
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at)
                values ({}, {}, {}, 1, 'Guest', now(), now())
                """,
                Sql.number(tenant.key()),
                Sql.number(node.catalog(tenant).require("Guest").key()),
                Sql.bind(UUID.randomUUID()));
    }

    private void guest(String field, String value) {
        guests.add(field, value);
    }

    private List<String> keys(String field) {
        return List.of(
                sql("select string_agg(value, ' ') from unique_value where field = '%s'"
                                .formatted(field(field).id()))
                        .split(" "));
    }

    private String key(String field, Object value) {
        return UniqueKeys.of(field(field).type(), value);
    }

    private Field field(String name) {
        return guests.field(name);
    }

    private String sql(String sql) {
        return guests.sql(sql);
    }

    private static List<Object> codes(ChangeOutcome outcome) {
        return Guests.codes(outcome);
    }

    private static List<String> messages(ChangeOutcome outcome) {
        return Guests.messages(outcome);
    }
}
