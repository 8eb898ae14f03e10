package kith.script.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kith.script.CompiledScript;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;
import kith.script.meter.LimitError;
import kith.script.meter.Meter;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;
import kith.script.run.ScriptLoader;
import kith.script.run.ScriptRunner;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules in processes of their own. Each serves one tenant in its life, has the memory that it
 * is given and no more, and is killed where a rule overstays or is cancelled; others wait ready to
 * take its place. What they ask of the host is counted and checked by the host.
 */
public final class RunProcesses implements ScriptRunner, AutoCloseable {

    private static final int LOOK_EVERY_MILLIS = 100;

    /** The process of the run that this thread waits for. */
    private static final ThreadLocal<@Nullable RunProcess> CURRENT = new ThreadLocal<>();

    private final RunProcessSettings settings;
    private final ScheduledExecutorService keeper;
    private final ScheduledFuture<?> watch;
    private final AtomicInteger scripts = new AtomicInteger();

    private final Set<RunProcess> all = ConcurrentHashMap.newKeySet();
    private final Deque<RunProcess> spares = new ArrayDeque<>();

    /** Processes without work, the longest without first. */
    private final List<Tenancy> idle = new ArrayList<>();

    private int busy;
    private volatile boolean isClosed;

    private record Tenancy(int tenant, RunProcess process) {}

    /** Starts the spare processes and does not wait for them. */
    public RunProcesses(RunProcessSettings settings) {
        this.settings = settings;
        this.keeper =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("rule-processes").factory());
        addSpares();
        this.watch =
                keeper.scheduleAtFixedRate(
                        () -> all.forEach(RunProcess::killIfOverdue),
                        LOOK_EVERY_MILLIS,
                        LOOK_EVERY_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public RunnableScript prepare(CompiledScript script) {
        ScriptLoader.check(script);
        return new RemoteScript(this, scripts.incrementAndGet(), script);
    }

    /** The processes that run at present. */
    public List<Long> pids() {
        return all.stream().filter(RunProcess::isAlive).map(RunProcess::pid).toList();
    }

    @Override
    public void close() {
        isClosed = true;
        watch.cancel(/* mayInterruptIfRunning= */ false);
        keeper.shutdownNow();
        all.forEach(RunProcess::close);
    }

    ScriptOutcome run(RemoteScript script, List<ScriptSubject> subjects, ScriptContext context) {
        RunProcess outer = CURRENT.get();
        Meter running = Meter.running();
        if (outer != null && running != null) {
            return run(new HostedRun(outer, script, context, running), outer, running, subjects);
        }
        LimitError exhaustion = context.meter().exhaustion();
        if (exhaustion != null) {
            return failed(Kind.LIMIT, exhaustion.reason(), exhaustion.limit());
        }
        RunProcess process = take(context.tenant());
        try {
            process.awaitReady();
            return runFirst(process, script, subjects, context);
        } finally {
            giveBack(context.tenant(), process);
        }
    }

    private ScriptOutcome runFirst(
            RunProcess process,
            RemoteScript script,
            List<ScriptSubject> subjects,
            ScriptContext context) {
        Meter meter = context.meter();
        int depth;
        try {
            depth = meter.start();
        } catch (LimitError tooDeep) {
            return failed(Kind.LIMIT, tooDeep.reason(), tooDeep.limit());
        }
        var work = new CancellableWork(process);
        var run = new HostedRun(process, script, context, meter);
        CURRENT.set(process);
        try {
            process.allow(meter.remaining().wallNanos());
            meter.whenCancelled(work::cancel);
            return run(run, process, meter, subjects);
        } finally {
            work.end();
            process.allowAll();
            if (!run.isOver()) {
                process.close();
            }
            CURRENT.remove();
            meter.finish(depth);
        }
    }

    private static ScriptOutcome run(
            HostedRun run, RunProcess process, Meter meter, List<ScriptSubject> subjects) {
        try {
            return run.run(subjects);
        } catch (IOException e) {
            LimitName limit = e instanceof WireException ? null : process.breach();
            process.close();
            RuntimeException failure = run.failure();
            if (failure != null) {
                throw failure;
            }
            if (limit == null) {
                return failed(Kind.ERROR, "the process that ran the rule ended", null);
            }
            LimitError error = meter.exhaust(limit, reason(limit));
            return failed(Kind.LIMIT, error.reason(), error.limit());
        }
    }

    private static String reason(LimitName limit) {
        return switch (limit) {
            case WALL_TIME -> "more time taken than a rule may";
            case CANCELLED -> "the run was cancelled";
            default -> "more memory used than a rule may";
        };
    }

    private static ScriptOutcome failed(Kind kind, String message, @Nullable LimitName limit) {
        return new ScriptOutcome.Failed(new ScriptFailure(kind, 0, message, limit), 0, List.of());
    }

    private RunProcess take(int tenant) {
        synchronized (idle) {
            if (isClosed) {
                throw new IllegalStateException("the processes that run rules are shut down");
            }
            busy++;
            for (int i = idle.size() - 1; i >= 0; i--) {
                if (idle.get(i).tenant() == tenant) {
                    RunProcess process = idle.remove(i).process();
                    if (process.isAlive()) {
                        return process;
                    }
                    all.remove(process);
                }
            }
            if (busy + idle.size() > settings.most() && !idle.isEmpty()) {
                discard(idle.removeFirst().process());
            }
        }
        try {
            return takeSpare();
        } catch (RuntimeException e) {
            synchronized (idle) {
                busy--;
            }
            throw e;
        }
    }

    private RunProcess takeSpare() {
        RunProcess spare;
        synchronized (spares) {
            spare = spares.poll();
        }
        keeper.execute(this::addSpares);
        if (spare != null && spare.isAlive()) {
            return spare;
        }
        if (spare != null) {
            discard(spare);
        }
        return started();
    }

    private void giveBack(int tenant, RunProcess process) {
        boolean isUsable = process.isAlive() && tidied(process);
        synchronized (idle) {
            busy--;
            if (isUsable) {
                idle.add(new Tenancy(tenant, process));
            }
        }
        if (!isUsable) {
            discard(process);
        }
    }

    private static boolean tidied(RunProcess process) {
        try {
            process.tidy();
            return true;
        } catch (IOException _) {
            // It ended in the meantime: then it is replaced.
            return false;
        }
    }

    private void addSpares() {
        synchronized (spares) {
            while (spares.size() < settings.spares() && !isClosed) {
                spares.add(started());
            }
        }
    }

    private RunProcess started() {
        RunProcess process = RunProcess.start(settings);
        all.add(process);
        if (isClosed) {
            // Closed in between, perhaps before this process was in the set.
            discard(process);
        }
        return process;
    }

    private void discard(RunProcess process) {
        process.close();
        all.remove(process);
    }
}
