package kith.runtime.job;

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

/**
 * A place in the list of all jobs.
 *
 * @param tenant the tenant's key
 */
record JobPosition(Instant createdAt, int tenant, UUID id) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(-?\\d{1,18})\\.(\\d{1,9})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    String cursor() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + tenant + "." + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static JobPosition of(String cursor) {
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            throw unreadable();
        }
        return new JobPosition(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                Integer.parseInt(parts.group(2)),
                UUID.fromString(parts.group(3)));
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
                Problem.of(ReadProblem.INVALID_CURSOR, "This is no cursor of a list of jobs")
                        .at("after")
                        .hint("Take it from the page before, or begin without one"));
    }
}
