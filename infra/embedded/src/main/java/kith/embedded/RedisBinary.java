package kith.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Redis' server program, unpacked once per user from the class path. */
record RedisBinary(Path program) {

    private static final String NAME = "redis-server";

    static RedisBinary unpacked(CacheDirectory cache) {
        Path folder = cache.folder("redis-" + Versions.ofThisBuild().redis(), RedisBinary::unpack);
        return new RedisBinary(folder.resolve(NAME));
    }

    private static void unpack(Path folder) throws IOException {
        Path program = folder.resolve(NAME);
        try (InputStream packed = RedisBinary.class.getResourceAsStream(resource())) {
            if (packed == null) {
                throw new StartProblem(
                        StartProblem.Code.UNSUPPORTED_MACHINE,
                        "There is no embedded Redis for this machine (" + resource() + ").",
                        "Run a Redis of your own and name it in KITH_REDIS_URL.");
            }
            Files.copy(packed, program);
        }
        TarArchive.makeExecutable(program);
    }

    private static String resource() {
        if (Machine.isMac()) {
            return Machine.isArm()
                    ? "/redis-server-6.2.6-v5-darwin-arm64"
                    : "/redis-server-6.2.6-v5-darwin-amd64";
        }
        return Machine.isArm()
                ? "/redis-server-6.2.7-linux-arm64"
                : "/redis-server-6.2.6-v5-linux-amd64";
    }
}
