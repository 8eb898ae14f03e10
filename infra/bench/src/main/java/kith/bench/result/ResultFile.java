package kith.bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page of results. Each command writes a section of its own between two marks and leaves those
 * of others as they are.
 */
public final class ResultFile {

    private final Path file;

    public ResultFile(Path file) {
        this.file = file;
    }

    /** Puts a section in the place of its former version, or at the end. */
    public void write(String section, String text) {
        try {
            String page = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
            Files.writeString(file, with(page, section, text), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String with(String page, String section, String text) {
        String begin = "<!-- " + section + " -->\n";
        String end = "<!-- end of " + section + " -->\n";
        String whole = begin + text.strip() + "\n" + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            return page.isBlank() ? whole : page.stripTrailing() + "\n\n" + whole;
        }
        return page.substring(0, from) + whole + page.substring(to + end.length());
    }
}
