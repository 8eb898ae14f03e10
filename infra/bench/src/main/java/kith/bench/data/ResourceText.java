package kith.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that come with the program. */
public final class ResourceText {

    private ResourceText() {}

    /** The text at a path below {@code kith/bench}. */
    public static String read(String path) {
        try (InputStream stream = ResourceText.class.getResourceAsStream("/kith/bench/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("there is no resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
