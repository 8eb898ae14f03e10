package kith.graphql.live;

/**
 * An event as a subscriber is told it.
 *
 * @param key of the event in the answer
 * @param cursor the place in the stream behind it
 * @param json the bytes of its object; shared with others who are told the same, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // two events are never compared
public record LiveEvent(String key, String cursor, byte[] json) {}
