package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.problem.Problem;
import kith.runtime.rule.RuleProblem;
import kith.runtime.rule.RunnableRule;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.ScriptSubject;
import kith.script.meter.Meter;
import kith.script.run.ScriptContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuledWriteIT {

    private static Writing writing;
    private static Writing.As plain;

    @BeforeAll
    static void open() {
        writing = new Writing("ruled");
        plain = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void keepsWhatRulesSetAlsoInReadOnlyFields() {
        Writing.As ruled =
                ruled((record, _, _) -> {
                    record.set("secret", "by rule");
                    record.set("revenue", new BigDecimal("10").multiply(new BigDecimal("0.3333")));
                    return List.of();
                });

        UUID id = ruled.create("Account", Map.of("name", "A"));

        assertThat(
                        ruled.found(
                                "select json_build_array(text_4, number_1) from record where id = '%s'"
                                        .formatted(id)))
                .isEqualTo("[\"by rule\", 333]");
    }

    @Test
    void showsRulesWhatWasAndWhatWillBe() {
        List<String> seen = new ArrayList<>();
        Writing.As ruled =
                ruled((record, old, context) -> {
                    seen.add(
                            "%s %s %s"
                                    .formatted(
                                            context.isNew(),
                                            old == null ? "-" : old.get("rating"),
                                            record.get("rating")));
                    return List.of();
                });

        UUID id = ruled.create("Account", Map.of("name", "A"));
        ruled.write(ruled.update("Account", id, Map.of("rating", "hot")));
        ruled.write(ruled.update("Account", id, Map.of("rating", "hot")));

        assertThat(seen).containsExactly("true - cold", "false cold hot");
    }

    @Test
    void refusesWithTheRulesOwnWordsForAllRecordsAtOnce() {
        Writing.As ruled =
                ruled((record, _, _) ->
                        List.of(
                                new RuleViolation("parentId", "needs a parent"),
                                new RuleViolation(null, "not you, " + record.get("name"))));

        List<Problem> problems =
                ruled.refused(
                        ruled.creations(
                                "Account", List.of(Map.of("name", "A"), Map.of("name", "B"))));

        assertThat(problems)
                .allSatisfy(
                        problem -> assertThat(problem.code()).isEqualTo(RuleProblem.RULE_REFUSED))
                .extracting(problem -> problem.path() + " " + problem.message())
                .containsExactly(
                        "[created, data, 0, parent] needs a parent",
                        "[created, data, 0] not you, A",
                        "[created, data, 1, parent] needs a parent",
                        "[created, data, 1] not you, B");
        assertThat(
                        ruled.found(
                                "select count(*) from record where name in ('A', 'B') and object = 100 and version = 1 and text_4 = 'never'"))
                .isEqualTo("0");
    }

    @Test
    void checksWhatRulesSetAsWhatCallersGive() {
        Writing.As ruled =
                ruled((record, _, _) -> {
                    record.set("industry", "steam");
                    record.set("parentId", UUID.randomUUID().toString());
                    record.set("name", null);
                    return List.of();
                });

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", "A"))))
                .extracting(problem -> problem.code().name() + " " + problem.path().getLast())
                .containsExactlyInAnyOrder(
                        "PICKLIST_VALUE_INACTIVE industry",
                        "REFERENCE_NOT_FOUND parent",
                        "FIELD_REQUIRED name");
    }

    @Test
    void letsRulesFillWhatIsRequired() {
        RunnableRule rule =
                new FakeRule(
                        Set.of(),
                        (record, _, _) -> {
                            record.set("quantity", BigDecimal.ONE);
                            return List.of();
                        });
        Writing.As ruled = plain.with(SampleCatalog.withRules(Map.of("InvoiceLine", rule)));
        UUID invoice = ruled.create("Invoice", Map.of());

        UUID line =
                ruled.create("InvoiceLine", Map.of("name", "L", "invoice", Writing.byId(invoice)));

        assertThat(ruled.found("select number_1 from record where id = '%s'".formatted(line)))
                .isEqualTo("1");
    }

    @Test
    void followsReferencesForTheWholeBatchInOneStatementPerLevel() {
        UUID grandparent = plain.create("Account", Map.of("name", "Grand", "rating", "warm"));
        List<Map<String, Object>> records = new ArrayList<>();
        for (int index = 0; index < 50; index++) {
            UUID parent =
                    plain.create(
                            "Account",
                            Map.of("name", "P" + index, "parent", Writing.byId(grandparent)));
            records.add(Map.of("name", "C" + index, "parent", Writing.byId(parent)));
        }
        RunnableRule rule =
                new FakeRule(
                        Set.of(new FieldUse("Account", "parent")),
                        (record, _, _) -> {
                            ScriptRecord parent = (ScriptRecord) record.get("parent");
                            ScriptRecord above =
                                    parent == null ? null : (ScriptRecord) parent.get("parent");
                            record.set("rating", above == null ? "none" : above.get("rating"));
                            return List.of();
                        });
        Writing.As ruled = plain.with(SampleCatalog.withRules(Map.of("Account", rule)));

        int one = statements(ruled, records.subList(0, 1));
        int fifty = statements(ruled, records.subList(1, 50));

        assertThat(fifty).isEqualTo(one).isEqualTo(6);
        assertThat(
                        ruled.found(
                                "select count(*) from record where name like 'C%' and object = 100 and text_5 = 'warm'"))
                .isEqualTo("50");
    }

    @Test
    void saysWhichRuleBrokeOffAndWhere() {
        RunnableRule failing =
                new FakeRule(Set.of(), (_, _, _) -> List.of()) {
                    @Override
                    public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
                        return new ScriptOutcome.Failed(
                                new ScriptFailure(
                                        ScriptFailure.Kind.ERROR, 3, "value is empty", null),
                                0,
                                List.of());
                    }
                };
        RunnableRule greedy =
                new FakeRule(Set.of(), (_, _, _) -> List.of()) {
                    @Override
                    public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
                        return new ScriptOutcome.Failed(
                                new ScriptFailure(
                                        ScriptFailure.Kind.LIMIT,
                                        1,
                                        "more steps than a rule may take",
                                        ScriptFailure.LimitName.FUEL),
                                0,
                                List.of());
                    }
                };

        assertThat(refusal(failing))
                .isEqualTo("RULE_FAILED Rule `rule` failed: line 3: value is empty");
        assertThat(refusal(greedy))
                .isEqualTo(
                        "RULE_LIMIT_EXCEEDED Rule `rule` failed: line 1: more steps than a rule may take (limit: fuel)");
        assertThat(plain.found("select count(*) from record where name = 'Broken'")).isEqualTo("0");
    }

    @Test
    void runsOnThreadsOfItsOwn() {
        Set<String> threads = new HashSet<>();
        Writing.As ruled =
                ruled((_, _, _) -> {
                    threads.add(Thread.currentThread().getName());
                    return List.of();
                });

        ruled.create("Account", Map.of("name", "A"));

        assertThat(threads).singleElement().asString().startsWith("kith-rule-");
    }

    private static String refusal(RunnableRule rule) {
        Writing.As ruled = plain.with(SampleCatalog.withRules(Map.of("Account", rule)));
        Problem problem =
                ruled.refused(ruled.creation("Account", Map.of("name", "Broken"))).getFirst();
        return problem.code().name() + " " + problem.message();
    }

    private static int statements(Writing.As ruled, List<Map<String, Object>> records) {
        writing.runtime().statements().forget();
        ruled.write(ruled.creations("Account", records));
        return writing.runtime().statements().dataCount();
    }

    private static Writing.As ruled(Script script) {
        return plain.with(
                SampleCatalog.withRules(Map.of("Account", new FakeRule(Set.of(), script))));
    }

    /** What a rule does, in Java. */
    private interface Script {
        List<RuleViolation> run(
                ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context);
    }

    private static class FakeRule implements RunnableRule {
        private final Set<FieldUse> followed;
        private final Script script;

        FakeRule(Set<FieldUse> followed, Script script) {
            this.followed = followed;
            this.script = script;
        }

        @Override
        public Set<FieldUse> uses() {
            return followed;
        }

        @Override
        public Set<FieldUse> followed() {
            return followed;
        }

        @Override
        public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
            ScriptRecord record = subjects.getFirst().record();
            ScriptRecord old = subjects.getFirst().old();
            Meter meter = context.meter();
            int depth = meter.start();
            try {
                return new ScriptOutcome.Finished(
                        script.run(record, old, context), null, 0, List.of());
            } finally {
                meter.finish(depth);
            }
        }
    }
}
