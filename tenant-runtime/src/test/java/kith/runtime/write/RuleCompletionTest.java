package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.runtime.rule.Completion;
import kith.runtime.rule.RuleCompletion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the editor offers where the cursor stands, marked by {@code |}. */
class RuleCompletionTest {

    private static final Catalog CATALOG = SampleCatalog.plain();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "record.rev| ~ revenue",
                "record.| ~ isChanged",
                "record.| ~ parentId",
                "old?.ra| ~ rating",
                "record.parent.parent.| ~ website",
                "record.founded.plus| ~ plusDays",
                "record.founded.plusDays(1).| ~ minusDays",
                "record.name.trim().| ~ toUpperCase",
                "log.| ~ info",
                "crm.| ~ query",
                "limits.| ~ fuelLeft",
                "crm.query('| ~ Contact",
                "crm.query('Contact', [acc| ~ account",
                "crm.query('Contact', [name: 'x', | ~ email",
                "def c = crm.get('Contact', record.id); c.| ~ email",
                "crm.query('Contact').first().| ~ account",
                "for (c in crm.query('Contact')) { c.account.| ~ revenue",
                "crm.query('Contact').each { it.| ~ email",
                "crm.query('Contact', [:]).findAll { c -> c.| ~ email",
                "if (record.industry == '| ~ tech",
                "record.addError('| ~ revenue",
                "log.info(\"at ${record.| ~ revenue",
                "log.info(\"at ${record.name} and ${old.| ~ revenue",
                "rec| ~ record",
                "def total = 1; tot| ~ total",
                "tod| ~ today",
            })
    void offersWhatFits(String script, String wanted) {
        assertThat(labels(script)).contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "// record.| ~ revenue",
                "def a = 'record.| ~ revenue",
                "unknown.| ~ revenue",
                "record.founded.| ~ revenue",
                "old.| ~ isChanged",
            })
    void offersNothingElse(String script, String unwanted) {
        assertThat(labels(script)).doesNotContain(unwanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record.name = 'abc && record.|",
                "record.name = 'it is |",
                "record.name = \"at $record.|",
                "log.info('record.|",
                "record.industry = 'tech and |",
                "log.info(SSSfirst\n  record.|",
                "log.info(SSS\ncrm.query('|",
            })
    void offersNothingInATextThatIsStillOpen(String script) {
        Completion completion = at(script.replace("SSS", "'".repeat(3)));

        assertThat(completion.options()).isEmpty();
        assertThat(completion.from()).isPositive();
    }

    @Test
    void offersAgainOnTheLineBehindATextThatWasNotClosed() {
        assertThat(labels("record.name = 'abc\nrecord.|")).contains("revenue");
    }

    @Test
    void replacesWhatIsBeingTyped() {
        Completion completion = at("if (isNew) {\n  record.rev|\n}");

        assertThat(completion.from()).isEqualTo(10);
        assertThat(completion.options())
                .containsExactly(
                        new Completion.Option(
                                "revenue", Completion.Kind.FIELD, "number", "revenue"));
    }

    private static List<String> labels(String script) {
        return at(script).options().stream().map(Completion.Option::label).toList();
    }

    private static Completion at(String marked) {
        String before = marked.substring(0, marked.indexOf('|'));
        int line = (int) before.lines().count();
        int column = before.length() - before.lastIndexOf('\n');
        return RuleCompletion.at(
                CATALOG, CATALOG.require("Account"), marked.replace("|", ""), line, column);
    }
}
