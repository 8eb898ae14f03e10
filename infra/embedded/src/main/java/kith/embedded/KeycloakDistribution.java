package kith.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's program files, unpacked and optimized once per user. The build brings the archive from
 * Maven Central into the cache directory; nothing is fetched at run time.
 */
record KeycloakDistribution(Path home) {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private static final List<String> BUILD_OPTIONS =
            List.of(
                    "--db=postgres",
                    "--health-enabled=true",
                    // One port fewer: health answers on the port that listens anyway.
                    "--http-management-health-enabled=false");

    static KeycloakDistribution built(CacheDirectory cache) {
        String version = Versions.ofThisBuild().keycloak();
        Path folder =
                cache.folder(entryOf(version), target -> unpackAndBuild(target, cache, version));
        return new KeycloakDistribution(homeIn(folder, version));
    }

    static boolean isBuilt(CacheDirectory cache) {
        return Files.isDirectory(cache.root().resolve(entryOf(Versions.ofThisBuild().keycloak())));
    }

    /** Other build options make another entry. */
    private static String entryOf(String version) {
        return "keycloak-" + version + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode());
    }

    private static Path homeIn(Path folder, String version) {
        return folder.resolve("keycloak-" + version);
    }

    private static void unpackAndBuild(Path folder, CacheDirectory cache, String version)
            throws IOException {
        Path archive = archive(cache, version);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive))) {
            new TarArchive(new GZIPInputStream(file)).unpackInto(folder);
        }
        build(folder, homeIn(folder, version));
    }

    private static Path archive(CacheDirectory cache, String version) {
        String name = "keycloak-quarkus-dist-" + version + ".tar.gz";
        Path inCache = cache.root().resolve("archives").resolve(name);
        Path inMavenRepository =
                Path.of(System.getProperty("user.home", "."), ".m2", "repository")
                        .resolve("org/keycloak/keycloak-quarkus-dist")
                        .resolve(version)
                        .resolve(name);
        return Stream.of(inCache, inMavenRepository)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() ->
                        new StartProblem(
                                StartProblem.Code.DISTRIBUTION_MISSING,
                                "Keycloak's archive is missing: " + inCache,
                                "Build Kith once with network access (./kith up does), or"
                                        + " name a Keycloak of your own in KITH_ISSUER."));
    }

    private static void build(Path folder, Path home) throws IOException {
        List<String> words =
                Stream.concat(
                                Stream.of(home.resolve("bin/kc.sh").toString(), "build"),
                                BUILD_OPTIONS.stream())
                        .toList();
        Path log = folder.resolve("build.log");
        ChildCommand command =
                new ChildCommand(
                        "keycloak build",
                        words,
                        Map.of(
                                "JAVA_HOME",
                                System.getProperty("java.home", ""),
                                "JAVA_OPTS_APPEND",
                                "-XX:TieredStopAtLevel=1"),
                        home,
                        StopSignal.TERM);
        Process build =
                command.builder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            int exit = build.waitFor();
            if (exit != 0) {
                throw new StartProblem(
                        StartProblem.Code.CHILD_DIED,
                        "Keycloak's build ended with exit code %d.%n%s"
                                .formatted(exit, Files.readString(log, StandardCharsets.UTF_8)),
                        "See " + log + ".");
            }
        } catch (InterruptedException failure) {
            // The script passes it on to Java, and ends after it.
            build.destroy();
            ProcessEnd.within(build.toHandle(), STOP_LIMIT);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while building Keycloak", failure);
        }
    }
}
