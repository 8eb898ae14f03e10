package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A home of Keycloak's in the data directory: the shared program by links, its own files beside.
 */
record KeycloakHome(Path folder) {

    private static final List<String> SHARED = List.of("bin", "lib", "providers");

    static KeycloakHome in(DataDirectory data, KeycloakDistribution distribution) {
        Path folder = data.folder(KeycloakProcess.SERVICE);
        try {
            Files.createDirectories(folder.resolve("data/import"));
            Files.createDirectories(folder.resolve("conf"));
            for (String part : SHARED) {
                Path link = folder.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.home().resolve(part));
            }
            Files.copy(
                    distribution.home().resolve("conf/cache-ispn.xml"),
                    folder.resolve("conf/cache-ispn.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            return new KeycloakHome(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In the place of what an earlier version offered. */
    void offer(KeycloakTheme theme) {
        Path themes = folder.resolve("themes");
        try {
            CacheDirectory.delete(themes);
            for (Map.Entry<String, String> file : theme.files().entrySet()) {
                Path path = themes.resolve(theme.name()).resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void offer(Optional<String> realmJson) {
        Path file = folder.resolve("data/import/realm.json");
        try {
            if (realmJson.isPresent()) {
                Files.writeString(file, realmJson.get(), StandardCharsets.UTF_8);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
