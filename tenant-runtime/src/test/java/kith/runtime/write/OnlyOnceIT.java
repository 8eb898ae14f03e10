package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes that are sent more than once under a key. */
class OnlyOnceIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("only_once");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void givesARepetitionTheFirstAnswerAndWritesNothing() {
        String first = once("a", "1", "A");
        String second = once("a", "1", "A");

        assertThat(second).isEqualTo(first);
        assertThat(accounts("A")).isEqualTo("1");
    }

    @Test
    void keepsWhatTheCallerIsToldAndNotWhatTheWriterAnswers() {
        OnlyOnce once =
                new OnlyOnce(
                        "told",
                        "1",
                        answer -> ("[" + text(answer) + "]").getBytes(StandardCharsets.UTF_8));
        String first = text(written(nancy, once, "Told"));

        assertThat(first).startsWith("[{\"created\":").endsWith("]");
        assertThat(text(written(nancy, once, "Told"))).isEqualTo(first);
        assertThat(text(Objects.requireNonNull(nancy.firstAnswer(once).block(LONGEST))))
                .isEqualTo(first);
    }

    @Test
    void refusesAnotherContentUnderTheSameKey() {
        once("b", "1", "B");

        assertThatThrownBy(() -> once("b", "2", "B"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code())
                                        .isEqualTo(WriteProblem.IDEMPOTENCY_KEY_REUSED));
        assertThat(accounts("B")).isEqualTo("1");
    }

    @Test
    void keepsTheKeysOfCallersAndTenantsApart() {
        UUID robert =
                nancy.as(Caller.platform(nancy.caller().tenant()))
                        .create("User", Map.of("name", "Robert", "email", "robert@example.com"));
        Writing.As other =
                nancy.as(
                        new Caller(
                                nancy.caller().tenant(),
                                Optional.of(robert),
                                false,
                                Caller.Origin.API));
        Writing.As elsewhere = writing.as("elsewhere", SampleCatalog.plain());

        once("c", "1", "C");
        written(other, once("c", "2"), "C");
        written(elsewhere, once("c", "3"), "C");

        assertThat(accounts("C")).isEqualTo("2");
        assertThat(elsewhere.found(count("C"))).isEqualTo("1");
    }

    @Test
    void doesNotKeepWhatFailed() {
        UUID gone = UUID.randomUUID();
        OnlyOnce once = once("d", "1");
        assertThatThrownBy(() ->
                        nancy.writingOnce(
                                        once,
                                        nancy.creation("Account", Map.of("name", "D")),
                                        nancy.delete("Account", gone))
                                .block(LONGEST))
                .isInstanceOf(ProblemException.class);
        assertThat(accounts("D")).isEqualTo("0");

        once("d", "2", "D");

        assertThat(accounts("D")).isEqualTo("1");
    }

    @Test
    void carriesOutOneOfManyAtTheSameTime() throws Exception {
        List<CompletableFuture<?>> writes = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            writes.add(
                    nancy.writingOnce(
                                    once("e", "1"), nancy.creation("Account", Map.of("name", "E")))
                            .map(OnlyOnceIT::text)
                            .toFuture());
        }
        List<String> answers = new ArrayList<>();
        for (CompletableFuture<?> write : writes) {
            answers.add(String.valueOf(write.get(30, TimeUnit.SECONDS)));
        }

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(accounts("E")).isEqualTo("1");
    }

    @Test
    void waitsForTheFirstAndTakesItsPlaceWhenThatIsKilled() throws Exception {
        UUID locked = nancy.create("Account", Map.of("name", "Locked"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for update", locked);
            CompletableFuture<?> first =
                    nancy.writingOnce(
                                    once("f", "1"),
                                    nancy.creation("Account", Map.of("name", "F")),
                                    nancy.update("Account", locked, Map.of("rating", "f")))
                            .map(OnlyOnceIT::text)
                            .toFuture();
            int killed = other.awaitWaiting();
            CompletableFuture<?> second =
                    nancy.writingOnce(
                                    once("f", "1"), nancy.creation("Account", Map.of("name", "F")))
                            .map(OnlyOnceIT::text)
                            .toFuture();
            OtherTransaction.awaitWaitingFor(writing, killed);
            other.kill(killed);

            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ProblemException.class);
            assertThat(String.valueOf(second.get(30, TimeUnit.SECONDS))).contains("\"F\"");
        }
        assertThat(accounts("F")).isEqualTo("1");
    }

    @Test
    void forgetsAfterADay() {
        once("g", "1", "G");
        age("g", "24 hours 1 second");

        assertThat(nancy.firstAnswer(once("g", "1")).block(LONGEST)).isNull();
        once("g", "2", "G");

        assertThat(accounts("G")).isEqualTo("2");
        assertThat(nancy.found("select content from kept_answer where key = 'g'")).isEqualTo("2");
    }

    @Test
    void takesSomeForgottenOnesAwayWithEveryClaim() {
        nancy.found(
                """
                insert into kept_answer (tenant, caller, key, content, answer, at)
                select %d, gen_random_uuid(), 'old', 'x', '{}', timestamptz '2026-01-01' from generate_series(1, 30)\
                """
                        .formatted(nancy.caller().tenant().key()));

        once("h", "1", "H");
        assertThat(nancy.found("select count(*) from kept_answer where key = 'old'"))
                .isEqualTo("10");
        once("i", "1", "H");
        assertThat(nancy.found("select count(*) from kept_answer where key = 'old'"))
                .isEqualTo("0");
    }

    @Test
    void takesFiveStatementsAtFirstAndTwoForARepetition() {
        writing.runtime().statements().forget();
        once("j", "1", "J");
        assertThat(writing.runtime().statements().dataCount()).isEqualTo(5);
        writing.runtime().statements().forget();
        once("j", "1", "J");
        assertThat(writing.runtime().statements().dataCount()).isEqualTo(2);
    }

    private static void age(String key, String interval) {
        nancy.found(
                "update kept_answer set at = at - interval '%s' where key = '%s'"
                        .formatted(interval, key));
    }

    private static String once(String key, String content, String name) {
        return text(written(nancy, once(key, content), name));
    }

    private static OnlyOnce once(String key, String content) {
        return new OnlyOnce(key, content, UnaryOperator.identity());
    }

    private static byte[] written(Writing.As writer, OnlyOnce once, String name) {
        return Objects.requireNonNull(
                writer.writingOnce(once, writer.creation("Account", Map.of("name", name)))
                        .block(LONGEST));
    }

    private static String accounts(String name) {
        return nancy.found(count(name));
    }

    private static String count(String name) {
        return "select count(*) from record where name = '%s'".formatted(name);
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }
}
