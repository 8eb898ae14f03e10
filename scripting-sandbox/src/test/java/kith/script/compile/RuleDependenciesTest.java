package kith.script.compile;

import static org.assertj.core.api.Assertions.assertThat;

import kith.script.CompiledScript;
import kith.script.corpus.RuleBench;
import org.junit.jupiter.api.Test;

class RuleDependenciesTest {

    @Test
    void listsWhatARuleReadsAndWrites() {
        CompiledScript script =
                RuleBench.compiled(
                        """
                        if (record.isChanged('stage') && old?.amount != record.amount) {
                            record.discount = record.amount * 0.1
                        }
                        """);
        assertThat(script.reads()).containsExactly("Opportunity.amount", "Opportunity.stage");
        assertThat(script.writes()).containsExactly("Opportunity.discount");
    }

    @Test
    void followsReferencesAndSubscripts() {
        CompiledScript script =
                RuleBench.compiled(
                        "record['rating'] = record.account?.parent?.name ?: record['name']");
        assertThat(script.reads())
                .containsExactly(
                        "Account.name",
                        "Account.parent",
                        "Opportunity.account",
                        "Opportunity.name");
        assertThat(script.writes()).containsExactly("Opportunity.rating");
    }

    @Test
    void listsWhatIsReachedThroughTheCrm() {
        CompiledScript script =
                RuleBench.compiled(
                        """
                        crm.query('Task', [relatedTo: record.id]).each { t ->
                            t.subject = record.tags.join(',')
                            crm.update(t)
                        }
                        crm.query('Task')*.amount
                        crm.create('Account', [country: 'DE'])
                        """);
        assertThat(script.reads())
                .containsExactly(
                        "Account.id",
                        "Opportunity.id",
                        "Opportunity.tags",
                        "Task.amount",
                        "Task.id",
                        "Task.relatedTo");
        assertThat(script.writes()).containsExactly("Account.country", "Task.subject");
    }

    @Test
    void survivesStorage() {
        CompiledScript script = RuleBench.compiled("record.amount = 5");
        CompiledScript restored = CompiledScript.fromBytes(script.toBytes());
        assertThat(restored.reads()).isEqualTo(script.reads());
        assertThat(restored.writes()).isEqualTo(script.writes());
        assertThat(restored.sourceHash()).isEqualTo(script.sourceHash()).hasSize(64);
        assertThat(restored.toBytes()).isEqualTo(script.toBytes());
    }
}
