package kith.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import kith.script.Limits;
import kith.script.ScriptOutcome;
import kith.script.corpus.MapRecord;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import org.junit.jupiter.api.Test;

/** What a typical rule costs a record, in the best of many batches: the machine may be busy. */
class RuleCostTest {

    private static final double MICROS_IN_PROCESS = 20;
    private static final double MICROS_IN_A_PROCESS_OF_ITS_OWN = 100;
    private static final int BATCHES = 60;
    private static final int RECORDS = 200;

    private static final String TYPICAL =
            """
            if (!record.region__c) { record.region__c = 'EMEA' }
            BigDecimal rate = record.amount >= 100000 ? 0.15 : record.amount >= 500 ? 0.10 : 0
            record.discount = record.amount * rate
            if (record.name) { record.name = record.name.trim().toUpperCase() }
            if (record.stage == 'Negotiation' && record.closeDate < today()) {
                throw new RuleError('closeDate', 'is past')
            }
            def tags = record.tags.findAll { it.length() > 2 }.collect { it.toLowerCase() }
            record.rating = tags.contains('vip') ? 'hot' : 'cold'
            record.description = "${record.stage} of ${record.country}: ${record.discount}"
            """;

    @Test
    void fewMicrosecondsInProcess() {
        assertThat(micros(ScriptRunner.inProcess())).isLessThan(MICROS_IN_PROCESS);
    }

    @Test
    void fewMoreInAProcessOfItsOwn() {
        try (var processes = new RunProcesses(RunProcessSettings.of(1))) {
            assertThat(micros(processes)).isLessThan(MICROS_IN_A_PROCESS_OF_ITS_OWN);
        }
    }

    private static double micros(ScriptRunner runner) {
        RunnableScript script = runner.prepare(RuleBench.compiled(TYPICAL));
        double best = Double.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            var context = RuleBench.context(Limits.synchronous(), new SampleCrm(), null);
            MapRecord[] records = new MapRecord[RECORDS];
            for (int i = 0; i < RECORDS; i++) {
                records[i] = SampleCrm.opportunity();
            }
            long start = System.nanoTime();
            for (MapRecord record : records) {
                assertThat(script.run(record, null, context))
                        .isInstanceOf(ScriptOutcome.Finished.class);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1_000.0 / RECORDS);
        }
        return best;
    }
}
