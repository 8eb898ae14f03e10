package kith.script.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import kith.script.CompiledScript;
import kith.script.CrmGateway;
import kith.script.Limits;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptLogLine;
import kith.script.ScriptLogLine.Level;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.corpus.MapRecord;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptRunTest {

    @Test
    void writesTypedValuesToTheRecord() {
        MapRecord record = SampleCrm.opportunity();
        RuleBench.run(
                """
                record.amount += 5
                record.probability++
                record.active = record.amount > 1000
                record.closeDate = record.closeDate.plusDays(1)
                record.tags = record.tags + ['new']
                record.name = "${record.name}!"
                """,
                record);
        assertThat(record.get("amount")).isEqualTo(new BigDecimal("1005"));
        assertThat(record.get("probability")).isEqualTo(21);
        assertThat(record.get("active")).isEqualTo(true);
        assertThat(record.get("closeDate")).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(record.get("tags")).isEqualTo(List.of("vip", "new"));
        assertThat(record.get("name")).isEqualTo("Acme renewal!");
    }

    @Test
    void convertsAWholeNumberToWhatTheFieldHolds() {
        MapRecord record = SampleCrm.opportunity();
        RuleBench.run("record.amount = 7", record);
        assertThat(record.get("amount")).isEqualTo(new BigDecimal(7));
    }

    @Test
    void refusesTheRecordByAnError() {
        assertThat(violations("throw new RuleError('too late')"))
                .containsExactly(new RuleViolation(null, "too late"));
        assertThat(violations("throw new RuleError('closeDate', 'is past')"))
                .containsExactly(new RuleViolation("closeDate", "is past"));
    }

    @Test
    void collectsErrorsAndGoesOn() {
        assertThat(
                        violations(
                                """
                                record.addError('name', "bad ${record.stage}")
                                record.addError('as a whole')
                                throw new RuleError('stage', 'and this')
                                """))
                .containsExactly(
                        new RuleViolation("name", "bad Negotiation"),
                        new RuleViolation(null, "as a whole"),
                        new RuleViolation("stage", "and this"));
    }

    @Test
    void namesTheLineOfAFailureAndNothingOfTheHost() {
        assertThat(failure("log.info('x')\nrecord.discount * 2"))
                .isEqualTo(
                        new ScriptFailure(
                                Kind.ERROR, 2, "a calculation with an empty value", null));
        assertThat(failure("def l = []\nl.add(1)\nl.get(5)").text())
                .isEqualTo("line 3: position is outside the text or list");
        assertThat(failure("Integer.parseInt('x')").message()).isEqualTo("not a number");
        assertThat(failure("record.description.length()").message()).isEqualTo("value is empty");
        assertThat(failure("1 / 0").message()).isEqualTo("division by zero");
    }

    @Test
    void letsFailuresOfTheHostThrough() {
        ScriptRecord broken =
                new ScriptRecord() {
                    @Override
                    public @Nullable Object get(String property) {
                        throw new IllegalStateException("connection lost");
                    }

                    @Override
                    public void set(String property, @Nullable Object value) {}
                };
        String rule = "try { record.name } catch (Exception e) { log.info('went on') }";
        assertThatThrownBy(() -> RuleBench.run(rule, broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("connection lost");
        assertThat(Meter.running()).isNull();
    }

    @Test
    void letsARuleHandleRefusals() {
        assertThat(
                        RuleBench.result(
                                """
                                try {
                                    refuse()
                                } catch (Exception e) {
                                    return e.message
                                }
                                def refuse() { throw new RuleError('no') }
                                """))
                .isEqualTo("no");
    }

    @Test
    void givesNoOldRecordOnCreate() {
        var outcome =
                RuleBench.run(
                        RuleBench.compiled("return \"${isNew} ${old == null}\""),
                        SampleCrm.opportunity(),
                        null,
                        Limits.synchronous());
        assertThat(((ScriptOutcome.Finished) outcome).result()).isEqualTo("true true");
    }

    @Test
    void knowsTheDateInTheTenantsZone() {
        assertThat(RuleBench.result("return today()")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(RuleBench.result("return record.createdAt.toLocalDate()"))
                .isEqualTo(LocalDate.of(2026, 1, 2));
    }

    @Test
    void keepsTheLog() {
        var outcome = RuleBench.run("log.warn(\"low ${record.amount}\")\nlog.debug([1, [a: 2]])");
        assertThat(outcome.log())
                .containsExactly(
                        new ScriptLogLine(Level.WARN, "low 1000"),
                        new ScriptLogLine(Level.DEBUG, "[1, [a:2]]"));
    }

    @Test
    void saysClearlyThatOtherRecordsAreNotAvailable() {
        var script = ScriptLoader.load(RuleBench.compiled("crm.query('Task')"));
        var outcome =
                ScriptRun.run(
                        script,
                        SampleCrm.opportunity(),
                        null,
                        RuleBench.context(Limits.synchronous(), CrmGateway.unavailable(), null));
        assertThat(((ScriptOutcome.Failed) outcome).failure().text())
                .isEqualTo("line 1: other records are not available here");
    }

    @Test
    void sharesTheBudgetAmongTheRulesOfATransaction() {
        var script =
                ScriptLoader.load(
                        RuleBench.compiled("for (int i = 0; i < 1000; i++) { record.name }"));
        var context =
                RuleBench.context(Limits.synchronous().withFuel(15_000), new SampleCrm(), null);
        var first = ScriptRun.run(script, SampleCrm.opportunity(), null, context);
        var second = ScriptRun.run(script, SampleCrm.opportunity(), null, context);
        var third = ScriptRun.run(script, SampleCrm.opportunity(), null, context);
        assertThat(List.of(first, second, third)).last().isInstanceOf(ScriptOutcome.Failed.class);
        assertThat(first).isInstanceOf(ScriptOutcome.Finished.class);
    }

    @Test
    void stopsRulesThatSetOffOneAnother() {
        var script =
                ScriptLoader.load(RuleBench.compiled("crm.create('Task', [name: record.name])"));
        var gateway = new NestingGateway(script);
        var outcome =
                ScriptRun.run(
                        script,
                        SampleCrm.opportunity(),
                        null,
                        RuleBench.context(Limits.synchronous(), gateway, null));
        assertThat(((ScriptOutcome.Failed) outcome).failure().limit())
                .isEqualTo(LimitName.RULE_NESTING);
        assertThat(gateway.deepest).isEqualTo(16);
        assertThat(Meter.running()).isNull();
    }

    @Test
    void typesTheRecordsOfTheCrm() {
        var crm = new SampleCrm();
        var script =
                ScriptLoader.load(
                        RuleBench.compiled(
                                """
                                def tasks = crm.query('Task', [relatedTo: record.id])
                                tasks.sort { -it.amount }.take(2).each { t ->
                                    t.subject = t.subject.toUpperCase()
                                    crm.update(t)
                                }
                                def account = crm.get('Account', record.accountId)
                                account.rating = 5
                                crm.delete(account)
                                if (crm.get('Account', 'missing')) { return 'found' }
                                return tasks.sum { it.amount } + tasks*.amount.max()
                                """));
        var outcome =
                ScriptRun.run(
                        script,
                        SampleCrm.opportunity(),
                        null,
                        RuleBench.context(Limits.synchronous(), crm, null));
        assertThat(((ScriptOutcome.Finished) outcome).result()).isEqualTo(new BigDecimal(20_000));
        assertThat(crm.writes()).containsExactly("update Task-4", "update Task-3", "delete ac-1");
    }

    @Test
    void countsQueries() {
        assertThat(failure("while (true) { crm.query('Task') }").limit())
                .isEqualTo(LimitName.QUERIES);
    }

    @Test
    void runsOneRuleOnManyThreads() throws Exception {
        var script =
                ScriptLoader.load(
                        RuleBench.compiled("record.amount = record.amount * record.probability"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results =
                    threads.invokeAll(
                            Collections.nCopies(
                                    50,
                                    () -> {
                                        MapRecord record = SampleCrm.opportunity();
                                        ScriptRun.run(
                                                script,
                                                record,
                                                null,
                                                RuleBench.context(
                                                        Limits.synchronous(),
                                                        new SampleCrm(),
                                                        null));
                                        return record.get("amount");
                                    }));
            for (var result : results) {
                assertThat(result.get()).isEqualTo(new BigDecimal(20_000));
            }
        }
    }

    @Test
    void leavesACompiledRuleUntouchedByItsBytes() {
        CompiledScript script = RuleBench.compiled("return 1");
        script.classes().values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        assertThat(RuleBench.run(script, SampleCrm.opportunity(), null, Limits.synchronous()))
                .isInstanceOf(ScriptOutcome.Finished.class);
    }

    private static List<RuleViolation> violations(String rule) {
        return ((ScriptOutcome.Finished) RuleBench.run(rule)).violations();
    }

    private static ScriptFailure failure(String rule) {
        return ((ScriptOutcome.Failed) RuleBench.run(rule)).failure();
    }

    /** Runs the rule again for each record that it creates, as a host with rules on tasks does. */
    private static final class NestingGateway implements CrmGateway {

        private final CrmGateway records = new SampleCrm();
        private final LoadedScript script;
        private int depth = 1;
        private int deepest;

        NestingGateway(LoadedScript script) {
            this.script = script;
        }

        @Override
        public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
            deepest = Math.max(deepest, depth);
            depth++;
            ScriptRun.run(
                    script,
                    SampleCrm.opportunity(),
                    null,
                    RuleBench.context(Limits.synchronous(), this, null));
            depth--;
            return records.create(objectType, values);
        }

        @Override
        public List<ScriptRecord> query(
                String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
            return records.query(objectType, criteria, maxRows);
        }

        @Override
        public @Nullable ScriptRecord get(String objectType, String id) {
            return records.get(objectType, id);
        }

        @Override
        public void update(ScriptRecord record) {
            records.update(record);
        }

        @Override
        public void update(String objectType, String id, Map<String, @Nullable Object> values) {
            records.update(objectType, id, values);
        }

        @Override
        public void delete(ScriptRecord record) {
            records.delete(record);
        }

        @Override
        public void delete(String objectType, String id) {
            records.delete(objectType, id);
        }
    }
}
