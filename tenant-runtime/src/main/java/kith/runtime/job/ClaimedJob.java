package kith.runtime.job;

import java.util.UUID;

/**
 * A job that this node may do for as long as its lease lasts.
 *
 * @param tenant the tenant's key
 * @param lease the id of this taking
 */
record ClaimedJob(int tenant, UUID id, String kind, UUID lease) {}
