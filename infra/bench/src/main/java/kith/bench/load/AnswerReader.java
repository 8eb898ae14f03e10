package kith.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds out from the bytes of a connection when an HTTP/1.1 answer is complete, and its fate. */
final class AnswerReader {

    private static final int OK = 200;
    private static final byte[] ERRORS = "\"errors\"".getBytes(StandardCharsets.US_ASCII);

    /** Errors stand at the beginning of an answer or soon after its data, which is null then. */
    private static final int SEARCHED = 2_048;

    /** Where in an answer the next byte belongs. */
    private enum Place {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private final StringBuilder line = new StringBuilder(512);
    private Place place = Place.HEAD;
    private int status;
    private long left;
    private long length;
    private int matched;
    private boolean hasErrors;

    /** Takes the bytes of one answer; true once it is complete. */
    boolean take(ByteBuffer bytes) {
        while (bytes.hasRemaining() && place != Place.DONE) {
            switch (place) {
                case HEAD -> head(bytes);
                case BODY -> content(bytes, Place.DONE);
                case CHUNK -> content(bytes, Place.CHUNK_END);
                case CHUNK_SIZE -> chunkSize(bytes);
                case CHUNK_END -> {
                    if (bytes.get() == '\n') {
                        place = Place.CHUNK_SIZE;
                    }
                }
                case TRAILER -> {
                    if (readLine(bytes)) {
                        place = line.isEmpty() ? Place.DONE : Place.TRAILER;
                        line.setLength(0);
                    }
                }
                case DONE -> throw new IllegalStateException("complete");
            }
        }
        return place == Place.DONE;
    }

    private void head(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            line.append((char) (bytes.get() & 0xff));
            int end = line.length();
            if (end >= 4 && line.charAt(end - 1) == '\n' && line.charAt(end - 3) == '\n') {
                understand(line.toString());
                line.setLength(0);
                return;
            }
        }
    }

    private void understand(String head) {
        status = Integer.parseInt(head.substring(9, 12));
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            left = Long.parseLong(lower.substring(from, lower.indexOf('\r', from)).strip());
            place = left == 0 ? Place.DONE : Place.BODY;
        } else if (lower.contains("\r\ntransfer-encoding: chunked")) {
            place = Place.CHUNK_SIZE;
        } else {
            place = Place.DONE;
        }
    }

    private void content(ByteBuffer bytes, Place next) {
        int part = (int) Math.min(left, bytes.remaining());
        search(bytes, part);
        bytes.position(bytes.position() + part);
        left -= part;
        length += part;
        if (left == 0) {
            place = next;
        }
    }

    private void search(ByteBuffer bytes, int part) {
        int end = (int) Math.min(part, Math.max(0, SEARCHED - length));
        for (int index = 0; index < end && !hasErrors; index++) {
            byte next = bytes.get(bytes.position() + index);
            matched = next == ERRORS[matched] ? matched + 1 : next == ERRORS[0] ? 1 : 0;
            hasErrors = matched == ERRORS.length;
            matched = hasErrors ? 0 : matched;
        }
    }

    private void chunkSize(ByteBuffer bytes) {
        if (!readLine(bytes)) {
            return;
        }
        int end = line.indexOf(";");
        left = Long.parseLong(end < 0 ? line.toString() : line.substring(0, end), 16);
        line.setLength(0);
        place = left == 0 ? Place.TRAILER : Place.CHUNK;
    }

    private boolean readLine(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            char next = (char) (bytes.get() & 0xff);
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                line.append(next);
            }
        }
        return false;
    }

    /** Whether the product did what it was asked for. */
    boolean isGood() {
        return status == OK && !hasErrors;
    }

    /** Bytes of the body. */
    long length() {
        return length;
    }

    /** Ready for the next answer. */
    void reset() {
        place = Place.HEAD;
        line.setLength(0);
        length = 0;
        matched = 0;
        hasErrors = false;
    }
}
