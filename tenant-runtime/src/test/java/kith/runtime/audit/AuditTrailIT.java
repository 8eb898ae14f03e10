package kith.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.RecordIds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AuditTrailIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static RuntimeDatabase runtime;
    private static AuditTrail trail;

    @BeforeAll
    static void start() {
        runtime = RuntimeDatabase.fresh("audit_trail");
        trail =
                new AuditTrail(
                        runtime.database(),
                        new RecordIds(Clock.systemUTC(), new Random(11))::next,
                        Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void listsTheNewestFirstByPages() {
        Caller admin = administrator("listed");
        add(admin, "one", "two", "three");
        AuditPage first = page(admin, Optional.empty(), 2, Optional.empty());
        assertThat(first.entries()).extracting(AuditEntry::subject).containsExactly("three", "two");
        AuditPage second = page(admin, Optional.empty(), 2, first.end());
        assertThat(second.entries()).extracting(AuditEntry::subject).containsExactly("one");
        assertThat(second.end()).isEmpty();
        assertThat(second.entries().getFirst().detail().orElseThrow()).contains("\"n\": \"one\"");
        assertThat(page(admin, Optional.of(AuditKind.SIGN_IN), 2, Optional.empty()).entries())
                .isEmpty();
    }

    @Test
    void isIntactAsItWasWritten() {
        Caller admin = administrator("intact");
        add(admin, "one", "two");
        AuditVerification before = verified(admin);
        assertThat(before.isIntact()).isTrue();
        assertThat(before.entries()).isEqualTo(2);
        add(admin, "three");
        AuditVerification after = verified(admin);
        assertThat(after.isIntact()).isTrue();
        assertThat(after.entries()).isEqualTo(3);
        assertThat(after.head()).isNotEqualTo(before.head());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set subject = 'other' where subject = 'two'",
                "update audit_entry set at = at + interval '1 second' where subject = 'two'",
                "update audit_entry set actor = gen_random_uuid() where subject = 'two'",
                "update audit_detail set detail = '{\"n\": \"other\"}' where detail ->> 'n' = 'two'",
                "delete from audit_entry where subject = 'two'",
                "delete from audit_link where position = 2",
                "update audit_link set position = position + 10 where position = 3",
                "update audit_link set chain = sha256('x') where position = 1",
            })
    void tellsOfEveryChange(String change) {
        Caller admin = administrator("tampered-" + Integer.toHexString(change.hashCode()));
        add(admin, "one", "two", "three");
        assertThat(verified(admin).isIntact()).isTrue();
        runtime.asOwner(
                admin.tenant(),
                "with changed as (" + change + " returning 1) select count(*)::text from changed");
        AuditVerification after = verified(admin);
        assertThat(after.isIntact()).isFalse();
        assertThat(after.problem()).isPresent();
    }

    @Test
    void staysIntactWhereWordsAreErased() {
        Caller admin = administrator("erased");
        add(admin, "one", "two");
        assertThat(verified(admin).isIntact()).isTrue();
        runtime.asOwner(
                admin.tenant(),
                "with gone as (delete from audit_detail where detail ->> 'n' = 'one' returning 1) select count(*)::text from gone");
        AuditVerification after = verified(admin);
        assertThat(after.isIntact()).isTrue();
        assertThat(after.erased()).isEqualTo(1);
        assertThat(page(admin, Optional.empty(), 10, Optional.empty()).entries().getLast().detail())
                .isEmpty();
    }

    @Test
    void refersToChangesOfMetadataAndOfAccess() {
        Caller admin = administrator("referring");
        String change =
                """
                with a as (insert into catalog_change (tenant, version, at, actor_name, message, changes)
                    values (%1$d, 7, now(), 'Ada', 'made Deal', '[]') returning 1),
                b as (insert into history (tenant, record, version, object, at, origin, kind, changes)
                    values (%1$d, '01900000-0000-7000-8000-000000000001', 2, 1, now(), 'API', 'UPDATE', '{}'),
                        (%1$d, '01900000-0000-7000-8000-000000000002', 2, 2001, now(), 'API', 'UPDATE', '{}') returning 1)
                select count(*)::text from b
                """
                        .formatted(admin.tenant().key());
        runtime.asOwner(admin.tenant(), change);
        List<AuditEntry> entries = page(admin, Optional.empty(), 10, Optional.empty()).entries();
        assertThat(entries)
                .extracting(AuditEntry::kind)
                .containsExactlyInAnyOrder(AuditKind.METADATA, AuditKind.ACCESS);
        assertThat(entries)
                .extracting(AuditEntry::subject)
                .contains("7", "01900000-0000-7000-8000-000000000001:2");
        assertThat(verified(admin).isIntact()).isTrue();
        assertThat(verified(admin).entries()).isEqualTo(2);
        runtime.asOwner(
                admin.tenant(),
                "with c as (update catalog_change set message = 'nothing' returning 1) select count(*)::text from c");
        assertThat(verified(admin).isIntact()).isFalse();
    }

    @Test
    void chainsWhatManyWriteAtOnceAndSealsItOnce() {
        Caller admin = administrator("busy");
        Flux.range(0, 60)
                .flatMap(n -> trail.add(admin, event("entry " + n)), 8)
                .mergeWith(
                        Flux.range(0, 6)
                                .flatMap(_ -> trail.verify(admin), 3)
                                .then(Mono.<Void>empty()))
                .blockLast(PATIENCE);
        AuditVerification after = verified(admin);
        assertThat(after.problem()).isEmpty();
        assertThat(after.entries()).isEqualTo(60);
    }

    @Test
    void showsTheTrailToAdministratorsOfItsTenantAlone() {
        Caller admin = administrator("private");
        add(admin, "one");
        assertThat(page(administrator("curious"), Optional.empty(), 10, Optional.empty()).entries())
                .isEmpty();
        Caller member =
                new Caller(
                        admin.tenant(), Optional.of(UUID.randomUUID()), false, Caller.Origin.API);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verified(member))
                .withMessageContaining("WRITE_FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set subject = 'x'",
                "delete from audit_entry",
                "update audit_link set position = 9",
                "delete from audit_link",
                "update audit_detail set detail = '{}'",
                "truncate audit_entry",
                "select erase_audit_trail('audit_entry', 10)",
                "select erase_audit_trail('record', 10)",
            })
    void letsTheApplicationChangeNothing(String statement) {
        Tenant tenant = administrator("kept-" + Integer.toHexString(statement.hashCode())).tenant();
        assertThatThrownBy(() ->
                        runtime.asApplication(
                                "set kith.tenant = '" + tenant.key() + "'; " + statement))
                .isInstanceOf(SQLException.class)
                .extracting(failure -> ((SQLException) failure).getSQLState())
                .isEqualTo("42501");
    }

    private static Caller administrator(String slug) {
        return new Caller(
                runtime.tenant(slug), Optional.of(UUID.randomUUID()), true, Caller.Origin.API);
    }

    private static void add(Caller caller, String... subjects) {
        for (String subject : subjects) {
            trail.add(caller, event(subject)).block(PATIENCE);
        }
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent(AuditKind.API_CLIENT, subject, Map.of("n", subject));
    }

    private static AuditPage page(
            Caller caller, Optional<AuditKind> kind, int first, Optional<UUID> after) {
        return trail.page(
                        caller,
                        new AuditFilter(
                                kind,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                first,
                                after))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static AuditVerification verified(Caller caller) {
        return trail.verify(caller).blockOptional(PATIENCE).orElseThrow();
    }
}
