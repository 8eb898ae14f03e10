package kith.runtime.job;

/** How a job stands. */
public enum JobState {
    /** Until it is due, or somebody is free to do it. */
    WAITING,
    RUNNING,
    DONE,
    /** It will not be tried again. */
    FAILED,
    CANCELLED
}
