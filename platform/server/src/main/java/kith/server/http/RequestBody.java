package kith.server.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import kith.metadata.problem.ProblemException;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Reads the body of a request, up to a limit. */
final class RequestBody {

    static final int LIMIT_BYTES = 10 * 1024 * 1024;

    /** How long the next part may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final byte[] EMPTY = new byte[0];

    private final List<byte[]> chunks = new ArrayList<>(1);
    private int length;

    private RequestBody() {}

    /** The whole body; fails with a problem as soon as it is known to be too large. */
    static Mono<byte[]> read(HttpServerRequest request) {
        String announced = request.requestHeaders().get("Content-Length");
        if (announced != null && isTooLarge(announced)) {
            return Mono.error(RequestBody::tooLarge);
        }
        return request.receive()
                .asByteArray()
                .timeout(PATIENCE)
                .onErrorMap(TimeoutException.class, _ -> stalled())
                .collect(RequestBody::new, RequestBody::add)
                .map(RequestBody::joined);
    }

    private static boolean isTooLarge(String announced) {
        return announced.length() > 9 || Long.parseLong(announced) > LIMIT_BYTES;
    }

    private void add(byte[] chunk) {
        length += chunk.length;
        if (length > LIMIT_BYTES) {
            throw tooLarge();
        }
        chunks.add(chunk);
    }

    private byte[] joined() {
        if (chunks.isEmpty()) {
            return EMPTY;
        }
        if (chunks.size() == 1) {
            return chunks.getFirst();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, whole, at, chunk.length);
            at += chunk.length;
        }
        return whole;
    }

    private static ProblemException stalled() {
        return HttpProblem.BODY_STALLED.because(
                "The request did not arrive in time.", "Send it again.");
    }

    private static ProblemException tooLarge() {
        return HttpProblem.BODY_TOO_LARGE.because(
                "The request is larger than 10 MB.", "Send it in several parts.");
    }
}
