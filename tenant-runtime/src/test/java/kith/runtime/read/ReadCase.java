package kith.runtime.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One folder of {@code read-cases}: a request, the SQL it becomes and the JSON it is answered with.
 */
record ReadCase(String name, Path folder) {

    private static final Path SOURCES = Path.of("src/test/resources/read-cases");

    static List<ReadCase> all() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new ReadCase(folder.getFileName().toString(), folder))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path root() {
        try {
            return Path.of(
                    Objects.requireNonNull(ReadCase.class.getResource("/read-cases")).toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    ReadRequest request(Catalog catalog) {
        return new RequestYaml(catalog).request(new YAMLMapper().readTree(text("request.yaml")));
    }

    String expectedSql() {
        return text("expected.sql");
    }

    String expectedJson() {
        return text("expected.json");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes what came out, to be reviewed as a difference. */
    void write(String sql, String json) {
        try {
            Files.writeString(SOURCES.resolve(name).resolve("expected.sql"), sql);
            Files.writeString(SOURCES.resolve(name).resolve("expected.json"), json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
