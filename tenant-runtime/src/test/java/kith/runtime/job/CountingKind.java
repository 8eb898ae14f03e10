package kith.runtime.job;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * Each step leaves one mark in the database, which a second mark of the same step would collide
 * with.
 */
final class CountingKind implements JobKind<CountingKind.Count> {

    private static final UUID FIELD = UUID.fromString("01900000-0000-7000-8000-00000000c0de");

    private final Function<JobRun<Count>, Mono<Void>> before;

    /** A kind whose steps first do something that is not part of what they commit. */
    CountingKind(Function<JobRun<Count>, Mono<Void>> before) {
        this.before = before;
    }

    CountingKind() {
        this(_ -> Mono.empty());
    }

    @Override
    public String name() {
        return "test.count";
    }

    @Override
    public Class<Count> payload() {
        return Count.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    @Override
    public Mono<SavedStep> step(JobRun<Count> run) {
        int number = run.checkpoint().map(Integer::parseInt).orElse(0) + 1;
        Sql mark =
                Sql.of(
                        "insert into unique_value (tenant, field, value, record) values ({}, {}, {}, {})",
                        Sql.bind(run.tenant().key()),
                        Sql.bind(FIELD),
                        Sql.bind(run.id() + "/" + number),
                        Sql.bind(run.id()));
        return before.apply(run)
                .then(
                        run.save(session ->
                                session.execute(mark)
                                        .thenReturn(
                                                (number < run.payload().steps()
                                                                ? JobStep.more(
                                                                        number,
                                                                        String.valueOf(number))
                                                                : JobStep.last(number))
                                                        .of(run.payload().steps()))));
    }

    /** How far to count. */
    record Count(int steps) {}
}
