package kith.runtime.trace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.ReadProblem;

/** A place in the debug log. */
record RunPosition(Instant at, UUID id) {

    private static final Pattern FORM =
            Pattern.compile("(-?\\d{1,18})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    String cursor() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static RunPosition of(String cursor) {
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw unreadable();
        }
        return new RunPosition(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                UUID.fromString(parts.group(2)));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException _) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                Problem.of(ReadProblem.INVALID_CURSOR, "This is no cursor of the debug log")
                        .at("after")
                        .hint("Take it from the page before, or begin without one"));
    }
}
