package kith.runtime.read;

import kith.metadata.catalog.ObjectType;

/**
 * What somebody wants to be told of the changes of an object's records.
 *
 * @param key of each event in the answer, for refusals
 * @param filter which records it is about
 */
public record EventsRequest(
        String key, ObjectType object, Predicate filter, ChangeSelection selection) {}
