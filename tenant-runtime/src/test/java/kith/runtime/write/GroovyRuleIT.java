package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleCompiler.Compilation;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.rule.RunnableRule;
import kith.script.compile.InProcessScriptCompiler;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.run.ScriptRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroovyRuleIT {

    /** Where rules run. */
    enum Place {
        SERVER,
        PROCESSES
    }

    private static RunProcesses processes;
    private static Writing writing;
    private static Writing.As plain;

    @BeforeAll
    static void open() {
        processes = new RunProcesses(RunProcessSettings.of(2).withSpares(1));
        writing = new Writing("groovy");
        plain = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        processes.close();
        writing.close();
    }

    @ParameterizedTest
    @EnumSource
    void computesWithTypedFieldsAndThroughReferences(Place place) {
        UUID grand = plain.create("Account", Map.of("name", "Grand", "revenue", "100"));
        UUID parent =
                plain.create("Account", Map.of("name", "Parent", "parent", Writing.byId(grand)));
        Writing.As ruled =
                ruled(
                        place,
                        """
                        record.revenue = record.parent.parent.revenue * 0.125
                        record.secret = old == null ? 'new' : 'was ' + old.name
                        record.founded = record.lastCall == null ? today() : null
                        """);

        UUID id = ruled.create("Account", Map.of("name", "A", "parent", Writing.byId(parent)));
        ruled.write(ruled.update("Account", id, Map.of("name", "B")));

        assertThat(
                        ruled.found(
                                "select json_build_array(number_1, text_4, date_1) from record where id = '%s'"
                                        .formatted(id)))
                .isEqualTo("[1250, \"was A\", \"2026-07-04\"]");
    }

    @ParameterizedTest
    @EnumSource
    void pointsToAnotherRecordAndFollowsIt(Place place) {
        UUID other = plain.create("Account", Map.of("name", "Other", "rating", "warm"));
        Writing.As ruled =
                ruled(
                        place,
                        """
                        record.parentId = '%s'
                        record.rating = record.parent.rating
                        """
                                .formatted(other));

        UUID id = ruled.create("Account", Map.of("name", "A"));

        assertThat(ruled.found("select ref_1 || text_5 from record where id = '%s'".formatted(id)))
                .isEqualTo(other + "warm");
    }

    @ParameterizedTest
    @EnumSource
    void looksForOtherRecords(Place place) {
        UUID invoiced = plain.create("Account", Map.of("name", "Invoiced", "rating", "cold"));
        for (int count = 0; count < 3; count++) {
            plain.create("Invoice", Map.of("account", Writing.byId(invoiced)));
        }
        Writing.As ruled =
                ruled(
                        place,
                        """
                        record.rating = crm.query('Invoice', [accountId: record.id]).size() + ' invoices'
                        record.secret = crm.get('Account', record.id).name
                        """);

        ruled.write(ruled.update("Account", invoiced, Map.of("name", "Renamed")));

        assertThat(
                        ruled.found(
                                "select text_5 || ' ' || text_4 from record where id = '%s'"
                                        .formatted(invoiced)))
                .isEqualTo("3 invoices Invoiced");
    }

    @ParameterizedTest
    @EnumSource
    void refusesARecordInTheRulesWords(Place place) {
        Writing.As ruled =
                ruled(
                        place,
                        """
                        if (record.revenue == null) {
                            throw new RuleError('revenue', 'Say what it earns')
                        }
                        """);

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", "A"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().name()).isEqualTo("RULE_REFUSED");
                    assertThat(problem.message()).isEqualTo("Say what it earns");
                    assertThat(problem.path()).containsExactly("created", "data", "revenue");
                });
    }

    @ParameterizedTest
    @EnumSource
    void stopsARuleThatDoesNotEndAndSaysWhere(Place place) {
        Writing.As ruled = ruled(place, "int n = 0\nwhile (true) {\n  n++\n}\n");

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", "Endless"))))
                .extracting(problem -> problem.code().name() + " " + problem.message())
                .singleElement()
                .asString()
                .startsWith("RULE_LIMIT_EXCEEDED Rule `rule` failed: line ");
        assertThat(ruled.found("select count(*) from record where name = 'Endless'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheFirstOfVeryManyProblems(Place place) {
        Writing.As ruled =
                ruled(place, "for (int i = 0; i < 5000; i++) { record.rating = 'x' * 10000 }");

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", "A"))))
                .hasSizeBetween(1, 200);
    }

    @ParameterizedTest
    @EnumSource
    void saysOnWhichLineARuleBrokeOff(Place place) {
        Writing.As ruled =
                ruled(place, "record.rating = 'x'\nrecord.name = record.notes.toUpperCase()\n");

        assertThat(ruled.refused(ruled.creation("Account", Map.of("name", "A"))))
                .extracting(problem -> problem.code().name() + " " + problem.message())
                .singleElement()
                .asString()
                .startsWith("RULE_FAILED Rule `rule` failed: line 2:");
    }

    @ParameterizedTest
    @EnumSource
    void writesDownWhichLineSetAField(Place place) {
        Writing.As ruled =
                ruled(
                        place,
                        """
                        record.rating = 'first'
                        if (isNew) {
                            ['a', 'b'].each { record.rating = it }
                        }
                        record.website = record.website
                        """);

        UUID id = ruled.create("Account", Map.of("name", "A", "website", "https://a.example"));

        assertThat(
                        ruled.found(
                                "select jsonb_build_array(causes #> '{%s,line}', causes -> '%s') from history where record = '%s'"
                                        .formatted(
                                                SampleCatalog.id("Account.rating"),
                                                SampleCatalog.id("Account.website"),
                                                id)))
                .isEqualTo("[3, null]");
    }

    @ParameterizedTest
    @EnumSource
    void reportsWhatAScriptTouches(Place place) {
        RunnableRule rule = compiled(place, "record.rating = record.parent.owner.email");

        assertThat(rule.followed())
                .containsExactlyInAnyOrder(
                        new FieldUse("Account", "parent"), new FieldUse("Account", "owner"));
        assertThat(rule.uses())
                .contains(new FieldUse("Account", "rating"), new FieldUse("User", "email"));
    }

    @ParameterizedTest
    @EnumSource
    void findsMistakesWhenTheRuleIsSaved(Place place) {
        assertThat(compile(place, "\nrecord.ratin = 'x'"))
                .isInstanceOfSatisfying(
                        RuleCompiler.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .singleElement()
                                        .satisfies(problem -> {
                                            assertThat(problem.line()).isEqualTo(2);
                                            assertThat(problem.hint())
                                                    .hasValueSatisfying(hint ->
                                                            assertThat(hint).contains("rating"));
                                        }));
        assertThat(compile(place, "record.version = 3")).isInstanceOf(RuleCompiler.Refused.class);
        assertThat(compile(place, "record.revenue = 'x'")).isInstanceOf(RuleCompiler.Refused.class);
    }

    private static Writing.As ruled(Place place, String script) {
        return plain.with(SampleCatalog.withRules(Map.of("Account", compiled(place, script))));
    }

    private static RunnableRule compiled(Place place, String script) {
        return switch (compile(place, script)) {
            case RuleCompiler.Compiled(var program) -> (RunnableRule) program;
            case RuleCompiler.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Compilation compile(Place place, String script) {
        RuleCompiler compiler =
                new GroovyRuleCompiler(
                        new InProcessScriptCompiler(),
                        switch (place) {
                            case SERVER -> ScriptRunner.inProcess();
                            case PROCESSES -> processes;
                        });
        return compiler.compile(
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
    }
}
