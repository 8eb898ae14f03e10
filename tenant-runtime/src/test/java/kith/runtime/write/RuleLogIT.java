package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.trace.LogLevel;
import kith.runtime.trace.LoggedRun;
import kith.runtime.trace.RuleLog;
import kith.runtime.trace.RuleLogSetting;
import kith.runtime.trace.RunDetail;
import kith.runtime.trace.RunExpiry;
import kith.runtime.trace.RunFilter;
import kith.runtime.trace.RunKeeper;
import kith.runtime.trace.RunOutcome;
import kith.runtime.trace.RunPage;
import kith.script.compile.InProcessScriptCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What rules did can be looked up afterwards, as far as the tenant wants it. */
class RuleLogIT {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String SCRIPT =
            """
            log.info('at ' + record.name)
            if (record.name == 'Bad') throw new RuleError('name', 'Not so')
            record.revenue = crm.query('Contact', [:]).size()
            record.rating = 'x'
            record.rating = record.name == 'Worse' ? record.notes.toUpperCase() : 'hot'
            """;

    private static Writing writing;
    private static RuleLog log;

    private static final RunFilter ALL =
            new RunFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10,
                    Optional.empty());

    @BeforeAll
    static void open() {
        List<RunKeeper> keepers = new ArrayList<>();
        writing =
                new Writing(
                        "rule_log",
                        runtime -> {
                            keepers.add(keeper(runtime));
                            return keepers.getFirst();
                        });
        log = new RuleLog(writing.runtime().database(), keepers.getFirst());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void keepsWhatEachRuleDid() {
        Writing.As tenant = tenant("saved", LogLevel.ALL);
        UUID id = tenant.create("Account", Map.of("name", "Good", "revenue", "7"));

        LoggedRun run = runs(tenant, 1).getFirst();

        assertThat(run.outcome()).isEqualTo(RunOutcome.SAVED);
        assertThat(run.operation()).isEqualTo("create Account");
        assertThat(run.rules()).containsExactly("rule");
        assertThat(run.user())
                .hasValueSatisfying(user -> assertThat(user.name()).contains("Nancy"));
        assertThat(run.detail().limits())
                .anySatisfy(limit -> {
                    assertThat(limit.limit()).isEqualTo("queries");
                    assertThat(limit.spent()).isEqualTo(1);
                    assertThat(limit.most()).isEqualTo(100);
                });
        RunDetail.Step step = run.detail().steps().getFirst();
        assertThat(step.log()).containsExactly(new RunDetail.LogLine("INFO", "at Good"));
        assertThat(step.queries())
                .singleElement()
                .satisfies(query -> assertThat(query.text()).contains("Contact"));
        assertThat(step.records())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.id()).isEqualTo(id.toString());
                    assertThat(record.set())
                            .extracting(set ->
                                    "%s %s %s %d"
                                            .formatted(
                                                    set.field(),
                                                    set.before(),
                                                    set.after(),
                                                    set.line()))
                            .containsExactlyInAnyOrder(
                                    "revenue \"7.00\" \"0.00\" 3", "rating \"cold\" \"hot\" 5");
                });
    }

    @Test
    void keepsRunsWhoseWriteLeftNothingBehind() {
        Writing.As tenant = tenant("refused", LogLevel.FAILURES);
        tenant.create("Account", Map.of("name", "Good"));
        tenant.refused(tenant.creation("Account", Map.of("name", "Bad")));
        runs(tenant, 1);
        tenant.refused(tenant.creation("Account", Map.of("name", "Worse")));

        List<LoggedRun> runs = runs(tenant, 2);

        assertThat(runs)
                .extracting(LoggedRun::outcome)
                .containsExactly(RunOutcome.FAILED, RunOutcome.REFUSED);
        assertThat(runs.getFirst().detail().steps().getFirst().line()).contains(5);
        assertThat(runs.getFirst().message())
                .hasValueSatisfying(text -> assertThat(text).contains("line 5"));
        assertThat(runs.getLast().detail().steps().getFirst().refusals())
                .containsExactly("name: Not so");
        assertThat(tenant.found("select count(*) from record where object = 100")).isEqualTo("1");
    }

    @Test
    void warnsOfLimitsThatAreAlmostSpent() {
        Writing.As tenant =
                ruled(
                        "close",
                        "for (int i = 0; i < 90; i++) { crm.query('Contact', [:]) }",
                        LogLevel.ALL);
        tenant.create("Account", Map.of("name", "Much"));

        assertThat(runs(tenant, 1).getFirst().detail().steps().getFirst().warnings())
                .singleElement()
                .asString()
                .contains("queries");
    }

    @Test
    void keepsNothingWhereNobodyWantsIt() {
        Writing.As tenant = tenant("silent", LogLevel.OFF);
        tenant.create("Account", Map.of("name", "Good"));
        tenant.refused(tenant.creation("Account", Map.of("name", "Bad")));
        set(tenant, LogLevel.ALL, 7);
        tenant.create("Account", Map.of("name", "Later"));

        assertThat(runs(tenant, 1).getFirst().outcome()).isEqualTo(RunOutcome.SAVED);
    }

    @Test
    void findsRunsByRuleOutcomeAndTimeFromPageToPage() {
        Writing.As tenant = tenant("found", LogLevel.ALL);
        tenant.create("Account", Map.of("name", "A"));
        runs(tenant, 1);
        tenant.create("Account", Map.of("name", "B"));
        runs(tenant, 2);
        var first =
                page(
                        tenant,
                        new RunFilter(
                                ALL.rule(),
                                ALL.outcome(),
                                ALL.from(),
                                ALL.until(),
                                1,
                                ALL.after()));

        assertThat(first.runs()).hasSize(1);
        assertThat(
                        page(
                                        tenant,
                                        new RunFilter(
                                                Optional.of(SampleCatalog.id("rule")),
                                                Optional.of(RunOutcome.SAVED),
                                                Optional.of(Instant.EPOCH),
                                                ALL.until(),
                                                1,
                                                first.end()))
                                .end())
                .isEmpty();
        assertThat(
                        page(
                                        tenant,
                                        new RunFilter(
                                                Optional.of(UUID.randomUUID()),
                                                ALL.outcome(),
                                                ALL.from(),
                                                ALL.until(),
                                                1,
                                                ALL.after()))
                                .runs())
                .isEmpty();
        assertThat(
                        page(
                                        tenant,
                                        new RunFilter(
                                                ALL.rule(),
                                                ALL.outcome(),
                                                ALL.from(),
                                                Optional.of(Instant.EPOCH),
                                                1,
                                                ALL.after()))
                                .runs())
                .isEmpty();
    }

    @Test
    void forgetsRunsWhenTheirTimeIsUp() {
        Writing.As tenant = tenant("old", LogLevel.ALL);
        tenant.create("Account", Map.of("name", "A"));
        runs(tenant, 1);
        int key = tenant.caller().tenant().key();
        Instant now = Instant.now();

        assertThat(expired(key, now.plus(Duration.ofDays(6)))).isZero();
        assertThat(expired(key, now.plus(Duration.ofDays(8)))).isOne();
    }

    @Test
    void forgetsRunsOfRecordsThatLeaveNoTrace() {
        Writing.As tenant = tenant("destroyed", LogLevel.ALL);
        UUID id = tenant.create("Account", Map.of("name", "A"));
        runs(tenant, 1);
        tenant.create("Account", Map.of("name", "B"));
        runs(tenant, 2);
        tenant.write(tenant.destroy("Account", id));

        assertThat(runs(tenant, 1))
                .singleElement()
                .satisfies(run ->
                        assertThat(run.detail().steps().getFirst().records().getFirst().id())
                                .isNotEqualTo(id.toString()));
    }

    @Test
    void isForAdministratorsAndRefusesOtherTimes() {
        Writing.As tenant = tenant("member", LogLevel.OFF);

        assertThat(
                        catchThrowableOfType(
                                ProblemException.class,
                                () -> log.page(tenant.caller(), ALL).block(LONGEST)))
                .isNotNull();
        assertThat(
                        catchThrowableOfType(
                                ProblemException.class, () -> new RuleLogSetting(LogLevel.ALL, 31)))
                .isNotNull();
    }

    private static RunKeeper keeper(RuntimeDatabase runtime) {
        return new RunKeeper(
                runtime.database(),
                new RecordIds(Clock.systemUTC(), new Random(5))::next,
                Clock.systemUTC());
    }

    private static Writing.As tenant(String slug, LogLevel level) {
        return ruled(slug, SCRIPT, level);
    }

    private static Writing.As ruled(String slug, String script, LogLevel level) {
        Writing.As tenant =
                writing.as(slug, SampleCatalog.plain())
                        .with(
                                SampleCatalog.withRules(
                                        Map.of("Account", compiled(script).program())));
        set(tenant, level, 7);
        return tenant;
    }

    private static void set(Writing.As tenant, LogLevel level, int days) {
        log.change(administrator(tenant), new RuleLogSetting(level, days)).block(LONGEST);
    }

    private static Caller administrator(Writing.As tenant) {
        return new Caller(
                tenant.caller().tenant(), tenant.caller().user(), true, Caller.Origin.API);
    }

    private static RunPage page(Writing.As tenant, RunFilter filter) {
        return log.page(administrator(tenant), filter).blockOptional(LONGEST).orElseThrow();
    }

    /** So many runs; they are kept a little after the write was answered. */
    private static List<LoggedRun> runs(Writing.As tenant, int count) {
        return Mono.defer(() -> log.page(administrator(tenant), ALL))
                .map(RunPage::runs)
                .filter(runs -> runs.size() >= count)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10)))
                .blockOptional(LONGEST)
                .orElseThrow();
    }

    private static long expired(int tenant, Instant now) {
        return writing.runtime()
                .database()
                .inTransaction(
                        TenantExpectation.anyStateOf(tenant),
                        session -> RunExpiry.expireSome(session, tenant, now))
                .blockOptional(LONGEST)
                .orElseThrow();
    }

    private static RuleCompiler.Compiled compiled(String script) {
        RuleCompiler.Compilation compilation =
                new GroovyRuleCompiler(new InProcessScriptCompiler())
                        .compile(
                                new RuleDefinition(
                                        SampleCatalog.id("rule"),
                                        "Account",
                                        "rule",
                                        "rule",
                                        Optional.empty(),
                                        Set.of(RuleDefinition.Moment.BEFORE_CREATE),
                                        0,
                                        true,
                                        script,
                                        Optional.empty()),
                                SampleCatalog.plain().objects());
        return switch (compilation) {
            case RuleCompiler.Compiled compiled -> compiled;
            case RuleCompiler.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
