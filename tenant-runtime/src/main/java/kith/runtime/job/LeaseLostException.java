package kith.runtime.job;

/** The job went to another node, or is gone; whatever was done since must not be committed. */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(ClaimedJob job) {
        super("The job " + job.id() + " is another node's now", null, false, false);
    }
}
