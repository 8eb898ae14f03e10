package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.problem.ProblemException;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.script.compile.InProcessScriptCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** References to records of any of several objects, with rules and beside other transactions. */
class PolymorphicReferenceIT {

    private static final String STORED =
            "select coalesce(ref_1::text, '-') || ' ' || coalesce(object_1::text, '-') from record where id = '%s'";

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("polymorphic");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void keepsTheObjectBesideTheId() {
        UUID contact = nancy.create("Contact", Map.of("name", "C"));

        UUID talk = nancy.create("Talk", Map.of("name", "T", "about", Writing.byId(contact)));

        assertThat(nancy.found(STORED.formatted(talk))).isEqualTo(contact + " 101");
    }

    @Test
    void letsRulesSeeAndSetWhereItPoints() {
        UUID account = nancy.create("Account", Map.of("name", "A"));
        UUID contact = nancy.create("Contact", Map.of("name", "C"));
        Writing.As ruled =
                ruled(
                        """
                        record.name = record.name + ' ' + record.aboutType
                        if (record.aboutType == 'Account') {
                            record.aboutId = '%s'
                        } else {
                            record.aboutId = null
                        }
                        """
                                .formatted(contact));

        UUID first = ruled.create("Talk", Map.of("name", "1", "about", Writing.byId(account)));
        UUID second = ruled.create("Talk", Map.of("name", "2", "about", Writing.byId(contact)));

        assertThat(ruled.found(STORED.formatted(first))).isEqualTo(contact + " 101");
        assertThat(ruled.found(STORED.formatted(second))).isEqualTo("- -");
        assertThat(
                        ruled.found(
                                "select string_agg(name, ', ' order by name) from record where id in ('%s', '%s')"
                                        .formatted(first, second)))
                .isEqualTo("1 Account, 2 Contact");
    }

    @Test
    void refusesWhatARuleSetsToARecordOfAnotherObject() {
        UUID invoice = nancy.create("Invoice", Map.of());
        Writing.As ruled = ruled("record.aboutId = '%s'".formatted(invoice));

        assertThat(ruled.refused(ruled.creation("Talk", Map.of("name", "T"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(WriteProblem.REFERENCE_WRONG_OBJECT);
                    assertThat(problem.path()).containsExactly("created", "data", "about");
                });
    }

    @Test
    void waitsForTheDeletionOfItsTargetAndThenFindsItGone() throws SQLException {
        UUID account = nancy.create("Account", Map.of("name", "Going"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for update", account);
            CompletableFuture<?> talk =
                    nancy.writing(
                                    nancy.creation(
                                            "Talk",
                                            Map.of("name", "T", "about", Writing.byId(account))))
                            .toFuture();
            other.awaitWaiting();
            other.run(
                    "update record set deleted_at = now(), deletion = gen_random_uuid() where id = '%s'",
                    account);
            other.commit();

            assertThatThrownBy(talk::join)
                    .isInstanceOf(CompletionException.class)
                    .extracting(Throwable::getCause)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.problems().getFirst().code())
                                            .isEqualTo(WriteProblem.REFERENCE_NOT_FOUND));
        }
    }

    private static Writing.As ruled(String script) {
        RuleDefinition rule =
                new RuleDefinition(
                        SampleCatalog.id("rule"),
                        "Talk",
                        "rule",
                        "rule",
                        Optional.empty(),
                        Set.of(RuleDefinition.Moment.BEFORE_CREATE),
                        0,
                        true,
                        script,
                        Optional.empty());
        RuleCompiler compiler = new GroovyRuleCompiler(new InProcessScriptCompiler());
        return switch (compiler.compile(rule, SampleCatalog.plain().objects())) {
            case RuleCompiler.Compiled(var program) ->
                    nancy.with(SampleCatalog.withRules(Map.of("Talk", program)));
            case RuleCompiler.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
