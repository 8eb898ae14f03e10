package kith.script.process;

import kith.script.ScriptFailure.LimitName;

/** The use of a process for one run: whoever cancels late does not end the next run. */
final class CancellableWork {

    private final RunProcess process;
    private boolean hasEnded;

    CancellableWork(RunProcess process) {
        this.process = process;
    }

    synchronized void cancel() {
        if (!hasEnded) {
            process.kill(LimitName.CANCELLED);
        }
    }

    synchronized void end() {
        hasEnded = true;
    }
}
