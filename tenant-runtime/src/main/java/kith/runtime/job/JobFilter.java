package kith.runtime.job;

import java.util.Optional;

/**
 * Which jobs to list.
 *
 * @param after the end of the page before
 */
public record JobFilter(Optional<JobState> state, int first, Optional<String> after) {}
