package kith.script.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.ScriptCompiler;
import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;
import kith.script.ScriptSource;
import kith.script.ScriptTypes;
import kith.script.bytecode.RefusedCodeException;
import kith.script.bytecode.ScriptGate;
import kith.script.tree.RefusedScriptException;
import kith.script.tree.TextGate;

/**
 * Compiles in processes of their own, which are killed when a rule takes too long or too much
 * memory and replaced at once. What comes back is checked again here. Calls block; a pool may be
 * shared by any number of threads.
 */
public final class CompileWorkerPool implements ScriptCompiler, AutoCloseable {

    private final CompileWorkerSettings settings;
    private final ScheduledExecutorService watchdog;

    /** Places for workers; a place is without one where a process could not be started. */
    private final BlockingQueue<Optional<CompileWorker>> idle = new LinkedBlockingQueue<>();

    private final Set<CompileWorker> all = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    public CompileWorkerPool() {
        this(CompileWorkerSettings.standard());
    }

    /** Starts the workers and does not wait for them. */
    public CompileWorkerPool(CompileWorkerSettings settings) {
        this.settings = settings;
        this.watchdog =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("compile-watchdog").factory());
        for (int i = 0; i < settings.workers(); i++) {
            idle.add(Optional.of(startWorker()));
        }
    }

    @Override
    public CompileResult compile(ScriptSource source, ScriptTypes types) {
        try {
            TextGate.check(source.text());
        } catch (RefusedScriptException e) {
            return new CompileResult.Refused(List.of(e.problem()));
        }
        CompileWorker worker = takeWorker();
        boolean isUsable = false;
        try {
            CompileResult result = worker.compile(new CompileWire.Request(source, types));
            isUsable = worker.compilations() < settings.compilationsPerWorker();
            return checked(source, result);
        } catch (IOException _) {
            return refused("the rule takes too long or too much memory to compile");
        } finally {
            giveBack(worker, isUsable);
        }
    }

    /** The processes that run at present. */
    public List<Long> workerPids() {
        return all.stream().filter(CompileWorker::isAlive).map(CompileWorker::pid).toList();
    }

    @Override
    public void close() {
        isClosed = true;
        all.forEach(CompileWorker::close);
        watchdog.shutdownNow();
    }

    /**
     * Takes nothing but the classes and paths from the worker, and the classes only if verified.
     */
    private static CompileResult checked(ScriptSource source, CompileResult result) {
        return switch (result) {
            case CompileResult.Refused refused -> refused;
            case CompileResult.Compiled(var script) -> {
                try {
                    ScriptGate.admit(script.classes());
                } catch (RefusedCodeException e) {
                    yield refused(e.reason());
                } catch (RuntimeException _) {
                    // Not even class files: the worker no longer does what it was started for.
                    yield refused("the compiler's answer is damaged");
                }
                yield new CompileResult.Compiled(
                        CompiledScript.of(
                                source,
                                script.reads(),
                                script.writes(),
                                script.warnings(),
                                script.classes()));
            }
        };
    }

    private CompileWorker takeWorker() {
        if (isClosed) {
            throw new IllegalStateException("the compile workers are shut down");
        }
        Optional<CompileWorker> worker = takePlace();
        if (worker.filter(CompileWorker::isAlive).isPresent()) {
            return worker.get();
        }
        worker.ifPresent(this::discard);
        try {
            return startWorker();
        } catch (UncheckedIOException e) {
            idle.add(Optional.empty());
            throw e;
        }
    }

    private Optional<CompileWorker> takePlace() {
        try {
            Optional<CompileWorker> place =
                    idle.poll(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS);
            if (place == null) {
                throw new IllegalStateException("all compile workers are busy");
            }
            return place;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a compile worker", e);
        }
    }

    private void giveBack(CompileWorker worker, boolean isUsable) {
        if (isUsable && worker.isAlive()) {
            idle.add(Optional.of(worker));
            return;
        }
        discard(worker);
        if (!isClosed) {
            idle.add(startedAhead());
        }
    }

    /** A worker for whoever comes next, who will try again where it cannot be started now. */
    private Optional<CompileWorker> startedAhead() {
        try {
            return Optional.of(startWorker());
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private CompileWorker startWorker() {
        CompileWorker worker = CompileWorker.start(settings, watchdog);
        all.add(worker);
        if (isClosed) {
            // Closed in between, perhaps before this worker was in the set.
            discard(worker);
        }
        return worker;
    }

    private void discard(CompileWorker worker) {
        worker.close();
        all.remove(worker);
    }

    private static CompileResult refused(String message) {
        return new CompileResult.Refused(
                List.of(new ScriptProblem(0, 0, Code.TOO_EXPENSIVE, message, null)));
    }
}
