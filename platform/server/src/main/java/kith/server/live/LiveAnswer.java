package kith.server.live;

import java.util.List;
import java.util.Optional;

/**
 * One answer of a stream: a JSON object.
 *
 * @param json the chunks of its bytes
 * @param cursor behind which the stream goes on after this answer
 */
record LiveAnswer(List<byte[]> json, Optional<String> cursor) {

    LiveAnswer {
        json = List.copyOf(json);
    }
}
