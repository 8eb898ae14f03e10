package kith.script.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files of a corpus. Their first line says what each is and what must happen. */
public record CorpusFiles(String folder) {

    public record Entry(String name, String text) {
        public String heading() {
            return text.lines().findFirst().orElse("");
        }
    }

    public List<Entry> entries() throws IOException, URISyntaxException {
        var url = Objects.requireNonNull(CorpusFiles.class.getResource("/corpus/" + folder));
        try (var files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().map(CorpusFiles::read).toList();
        }
    }

    private static Entry read(Path file) {
        try {
            return new Entry(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
