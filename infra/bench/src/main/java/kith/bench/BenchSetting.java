package kith.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.bench.product.Peers;

/**
 * Where a run finds things and leaves its own.
 *
 * @param jar the packaged server
 * @param work logs and everything that is kept between runs
 * @param peers where the other products are installed, if they take part
 * @param results the page that is written
 * @param version of Kith
 * @param command as it was typed
 */
public record BenchSetting(
        Path jar,
        Path work,
        Optional<Peers> peers,
        Path results,
        String version,
        String command,
        List<String> javaOptions) {

    /** As the script {@code kith} tells it. */
    public static BenchSetting of(Map<String, String> environment) {
        String peers = environment.getOrDefault("KITH_BENCH_PEERS", "");
        return new BenchSetting(
                Path.of(required(environment, "KITH_BENCH_JAR")),
                Path.of(required(environment, "KITH_BENCH_WORK")),
                peers.isEmpty() ? Optional.empty() : Optional.of(new Peers(Path.of(peers))),
                Path.of(required(environment, "KITH_BENCH_RESULTS")),
                required(environment, "KITH_BENCH_VERSION"),
                required(environment, "KITH_BENCH_COMMAND"),
                Arrays.asList(
                        environment.getOrDefault("KITH_JAVA_OPTS", "-Xmx1g").split(" +", -1)));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set; run ./kith bench");
        }
        return value;
    }

    public Path data() {
        return work.resolve("data");
    }

    public Path log(String program) {
        return work.resolve("log").resolve(program + ".log");
    }
}
