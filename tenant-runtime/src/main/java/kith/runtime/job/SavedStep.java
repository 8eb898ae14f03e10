package kith.runtime.job;

import java.util.Optional;

/** A step whose effect and checkpoint are committed; only {@link JobRun#save} gives one. */
public final class SavedStep {

    private final Optional<HeldJob> next;

    private SavedStep(Optional<HeldJob> next) {
        this.next = next;
    }

    static SavedStep before(HeldJob next) {
        return new SavedStep(Optional.of(next));
    }

    static SavedStep ended() {
        return new SavedStep(Optional.empty());
    }

    /** The job as the next step finds it; empty when this run of it has come to its end. */
    Optional<HeldJob> next() {
        return next;
    }
}
