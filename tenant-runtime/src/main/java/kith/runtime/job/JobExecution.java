package kith.runtime.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;
import kith.runtime.tenant.TenantProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does jobs of one kind that this node has taken, step by step.
 *
 * @param <P> what the jobs are about
 */
final class JobExecution<P> {

    private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);

    /** How long the jobs of a suspended tenant wait until it is looked at again. */
    private static final Duration SUSPENSION = Duration.ofMinutes(5);

    private static final Set<ProblemKind> FINAL =
            Set.of(
                    ProblemKind.INVALID,
                    ProblemKind.FORBIDDEN,
                    ProblemKind.NOT_FOUND,
                    ProblemKind.UNAUTHENTICATED);

    private final JobKind<P> kind;
    private final JobLedger ledger;
    private final WorkQueue queue;
    private final Clock clock;
    private final Scheduler threads;

    /**
     * @param threads on which steps may wait
     */
    JobExecution(
            JobKind<P> kind, JobLedger ledger, WorkQueue queue, Clock clock, Scheduler threads) {
        this.kind = kind;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Completes when there is nothing more to do for this node; fails when nothing could be written
     * down.
     */
    Mono<Void> run(ClaimedJob claim) {
        return ledger.takeUp(claim)
                .flatMap(this::next)
                .expand(saved -> saved.next().map(this::next).orElseGet(Mono::empty))
                .then()
                .onErrorResume(
                        LeaseLostException.class,
                        lost -> {
                            LOG.atInfo()
                                    .addKeyValue("tenant", claim.tenant())
                                    .log(lost.getMessage());
                            return Mono.empty();
                        })
                .onErrorResume(
                        failure -> codeOf(failure) instanceof TenantProblem,
                        failure -> leaveAlone(claim, codeOf(failure)));
    }

    private Mono<SavedStep> next(HeldJob job) {
        if (job.isCancelRequested()) {
            return kind.undo(run(job))
                    .then(Mono.defer(() -> ledger.cancelled(job)))
                    .subscribeOn(threads)
                    .onErrorResume(failure -> postponed(job, failure));
        }
        if (job.attempts() > kind.retries().attempts()) {
            return failed(
                    job,
                    JobProblem.JOB_ABANDONED.saying(
                            "Each node that took it up ended before it came further"));
        }
        return Mono.defer(() -> kind.step(run(job)))
                .subscribeOn(threads)
                .onErrorResume(failure -> stopped(job, failure));
    }

    private JobRun<P> run(HeldJob job) {
        P payload = JsonMapper.shared().readValue(job.payload(), kind.payload());
        return new JobRun<>(job, payload, ledger);
    }

    private Mono<SavedStep> failed(HeldJob job, Problem problem) {
        return Mono.defer(() -> kind.undo(run(job)))
                .then(Mono.defer(() -> ledger.failed(job, problem)))
                .subscribeOn(threads)
                .onErrorResume(failure -> postponed(job, failure));
    }

    /** What could not be taken back is taken back later. */
    private Mono<SavedStep> postponed(HeldJob job, Throwable failure) {
        if (failure instanceof LeaseLostException || codeOf(failure) instanceof TenantProblem) {
            return Mono.error(failure);
        }
        int attempts = Math.max(1, job.attempts());
        LOG.atWarn()
                .addKeyValue("tenant", job.tenant().slug())
                .addKeyValue("job", job.claim().id())
                .setCause(failure)
                .log("The job {} could not be taken back, attempt {}", kind.name(), attempts);
        return ledger.stopped(job, problem(failure), attempts, kind.retries().pauseAfter(attempts));
    }

    private Mono<SavedStep> stopped(HeldJob job, Throwable failure) {
        if (failure instanceof LeaseLostException || codeOf(failure) instanceof TenantProblem) {
            return Mono.error(failure);
        }
        Problem problem = problem(failure);
        int attempts = Math.max(1, job.attempts());
        boolean isFinal =
                FINAL.contains(problem.code().kind()) || attempts >= kind.retries().attempts();
        LOG.atWarn()
                .addKeyValue("tenant", job.tenant().slug())
                .addKeyValue("job", job.claim().id())
                .setCause(failure)
                .log(
                        "The job {} of {} stopped at {}, attempt {}",
                        kind.name(),
                        job.tenant().slug(),
                        job.progress(),
                        attempts);
        return isFinal
                ? failed(job, problem)
                : ledger.stopped(job, problem, attempts, kind.retries().pauseAfter(attempts));
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof ProblemException refused
                ? refused.problems().getFirst()
                : JobProblem.JOB_FAILED.saying(
                        "An unexpected failure; the log of the server tells more");
    }

    private static ProblemCode codeOf(Throwable failure) {
        return failure instanceof ProblemException refused
                ? refused.problems().getFirst().code()
                : JobProblem.JOB_FAILED;
    }

    /** Its tenant may not work now, or never again. */
    private Mono<Void> leaveAlone(ClaimedJob claim, ProblemCode code) {
        return code == TenantProblem.TENANT_DELETED
                ? queue.forget(claim)
                : queue.postpone(claim, clock.instant().plus(SUSPENSION));
    }
}
