package kith.script.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.script.CompileResult;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.ScriptSource;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a rule is told when it does not compile. */
class RuleProblemsTest {

    @Test
    void pointsAtAnUnknownFieldAndSuggestsTheRightOne() {
        assertThat(RuleBench.problems("log.info('x')\nrecord.amout = 5"))
                .containsExactly(
                        new ScriptProblem(
                                2,
                                1,
                                Code.UNKNOWN_FIELD,
                                "Opportunity has no field 'amout'",
                                "Did you mean amount?"));
    }

    @Test
    void pointsAtAnUnknownFieldBehindAReference() {
        assertThat(single("def x = record.account.parent.nmae"))
                .isEqualTo(
                        new ScriptProblem(
                                1,
                                9,
                                Code.UNKNOWN_FIELD,
                                "Account has no field 'nmae'",
                                "Did you mean name?"));
    }

    @Test
    void pointsAtAnUnknownFieldOfAQuery() {
        ScriptProblem problem = single("crm.query('Task', [relatedTwo: record.id])");
        assertThat(problem.code()).isEqualTo(Code.UNKNOWN_FIELD);
        assertThat(problem.text()).isEqualTo("1:20 Task has no field 'relatedTwo'");
        assertThat(problem.hint()).isEqualTo("Did you mean relatedTo?");
    }

    @Test
    void pointsAtAnUnknownFieldOfAQueriedRecord() {
        assertThat(single("crm.query('Task').each { t -> log.info(t.subjekt) }").message())
                .isEqualTo("Task has no field 'subjekt'");
    }

    @Test
    void callsWhatRulesAreGivenByTheNamesThatTheyKnow() {
        assertThat(single("crm.search('Task')").message())
                .isEqualTo("crm has no method search(String)");
        assertThat(single("log.shout('x')").message()).isEqualTo("log has no method shout(String)");
    }

    @Test
    void pointsAtAnUnknownObject() {
        ScriptProblem problem = single("crm.create('Tasks', [:])");
        assertThat(problem.code()).isEqualTo(Code.UNKNOWN_OBJECT);
        assertThat(problem.hint()).isEqualTo("Did you mean Task?");
    }

    @Test
    void pointsAtAnUnknownVariable() {
        ScriptProblem problem = single("recrd.amount = 5");
        assertThat(problem.code()).isEqualTo(Code.UNKNOWN_NAME);
        assertThat(problem.hint()).isEqualTo("Did you mean record?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new RuleError('stagge', 'wrong') | Opportunity has no field 'stagge'",
                "record.addError('stagge', 'wrong')     | Opportunity has no field 'stagge'",
                "record.isChanged('stagge')             | Opportunity has no field 'stagge'",
                "crm.create('Task', [sbject: 'x'])      | Task has no field 'sbject'"
            })
    void checksFieldsThatAreNamedByText(String rule, String message) {
        assertThat(single(rule).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "record.createdAt = now()       | READ_ONLY_FIELD",
                "record.account.name = 'x'      | READ_ONLY_FIELD",
                "old.stage = 'x'                | READ_ONLY_FIELD",
                "record.closeDate = 'tomorrow'  | TYPE_MISMATCH",
                "record.name = [1, 2]           | TYPE_MISMATCH",
                "int i = record.amount          | TYPE_MISMATCH",
                "'x'.getBytes()                 | NOT_AVAILABLE",
                "record.name.foo()              | UNKNOWN_NAME",
                "while (true                    | SYNTAX",
                "class A { }                    | NOT_ALLOWED",
                "synchronized (this) { }        | NOT_ALLOWED",
                "def x = record.name as File    | NOT_ALLOWED",
                "File f = null                  | UNKNOWN_NAME"
            })
    void sortsProblemsByKind(String rule, Code code) {
        assertThat(single(rule).code()).isEqualTo(code);
    }

    @Test
    void reportsSeveralProblemsInTheirOrder() {
        assertThat(
                        RuleBench.problems(
                                "record.amout = 1\nrecord.closeDate = 'x'\nrecord.stge = 'y'"))
                .extracting(ScriptProblem::line)
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def owner = record.owner; record.owner = owner",
                "def properties = 1; def use = 2; def dump = 3; return properties + use + dump",
                "def x = record.with__x ?: 1"
            })
    void takesOrdinaryNamesOrSaysTheFieldIsUnknown(String rule) {
        assertThat(RuleBench.problems(rule))
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(Code.UNKNOWN_FIELD));
    }

    @Test
    void knowsTheTypeOfASum() {
        assertThat(
                        RuleBench.problems(
                                """
                                def tasks = crm.query('Task')
                                record.amount = tasks.sum { it.amount } * 2
                                record.discount = tasks*.amount.sum() + 1
                                Account account = record.account
                                """))
                .isEmpty();
    }

    @Test
    void refusesARuleOfAnUnknownObject() {
        assertThat(
                        new InProcessScriptCompiler()
                                .compile(
                                        new ScriptSource("r", "return 1", "Nope"), SampleCrm.TYPES))
                .isInstanceOf(CompileResult.Refused.class);
    }

    private static ScriptProblem single(String rule) {
        List<ScriptProblem> problems = RuleBench.problems(rule);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void pointsAtAValueOfAnotherTypeThanItsField() {
        assertThat(single("log.info('x')\ncrm.create('Task', [amount: today()])"))
                .isEqualTo(
                        new ScriptProblem(
                                2,
                                29,
                                Code.TYPE_MISMATCH,
                                "Task.amount takes a BigDecimal, not LocalDate",
                                null));
        assertThat(single("crm.update('Task', record.id, [dueDate: 'today'])").message())
                .isEqualTo("Task.dueDate takes a LocalDate, not String");
        assertThat(single("crm.query('Task', [amount: 'x'])").message())
                .isEqualTo("Task.amount takes a BigDecimal, not String");
    }

    @Test
    void pointsAtWhatAnUpdateOrADeletionNamesWrongly() {
        assertThat(single("crm.update('Task', record.id, [subjct: 'x'])").hint())
                .isEqualTo("Did you mean subject?");
        assertThat(single("crm.delete('Taks', record.id)").hint()).isEqualTo("Did you mean Task?");
        assertThat(single("crm.update(record.account)").hint())
                .isEqualTo("Write crm.update('Account', id, [field: value])");
    }

    @Test
    void saysThatARuleAfterSavingSetsNoFields() {
        assertThat(single("// x | after saving |\nrecord.stage = 'Won'"))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.READ_ONLY_FIELD);
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.message()).isEqualTo("'stage' is read-only");
                    assertThat(problem.hint()).contains("crm.update");
                });
    }

    @Test
    void saysHowABatchIsWritten() {
        assertThat(single("// x | per batch |\nreturn record.stage").hint())
                .contains("records.each");
        assertThat(single("return records.size()").hint()).contains("once per batch");
        assertThat(single("// x | per batch |\nrecords.each { it.stgae = 'x' }").hint())
                .isEqualTo("Did you mean stage?");
    }

    @Test
    void warnsOfAQueryForEachRecord() {
        assertThat(RuleBench.compiled("log.info('x')\ncrm.query('Task', [name: 'x'])").warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.line()).isEqualTo(2);
                    assertThat(warning.code()).isEqualTo(Code.REPEATED_QUERY);
                });
        assertThat(RuleBench.compiled("// x | per batch |\ncrm.query('Task')").warnings())
                .isEmpty();
    }

    @Test
    void warnsOnceOfAQueryInALoop() {
        assertThat(RuleBench.compiled("for (i in [1, 2]) {\n    crm.query('Task')\n}").warnings())
                .singleElement()
                .extracting(ScriptProblem::line)
                .isEqualTo(2);
    }
}
