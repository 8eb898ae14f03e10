package kith.runtime.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A place in a list that is ordered by moments, as a text that nobody has to understand.
 *
 * @param at to the microsecond
 * @param keys whole numbers from 0 that tell entries of one moment apart, before the id
 */
public record MomentCursor(Instant at, List<Long> keys, UUID id) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(-?\\d{1,18})((?:\\.\\d{1,9}){0,3})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public MomentCursor {
        keys = List.copyOf(keys);
    }

    /** With these keys. */
    public static MomentCursor of(Instant at, UUID id, long... keys) {
        return new MomentCursor(at, LongStream.of(keys).boxed().toList(), id);
    }

    /** Empty for a text that is none with so many keys. */
    public static Optional<MomentCursor> parse(String cursor, int keys) {
        Matcher parts = FORM.matcher(decoded(cursor));
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Long> given =
                Pattern.compile("\\.")
                        .splitAsStream(parts.group(2))
                        .filter(key -> !key.isEmpty())
                        .map(Long::valueOf)
                        .toList();
        return given.size() == keys
                ? Optional.of(
                        new MomentCursor(
                                Instant.EPOCH.plus(
                                        Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                                given,
                                UUID.fromString(parts.group(3))))
                : Optional.empty();
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Its text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        keys.forEach(key -> text.append('.').append(key));
        text.append('.').append(id);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
