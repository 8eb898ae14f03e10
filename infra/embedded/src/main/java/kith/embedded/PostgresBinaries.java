package kith.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user from the archive on the class path. */
record PostgresBinaries(Path home, String majorVersion) {

    static PostgresBinaries unpacked(CacheDirectory cache) {
        Versions versions = Versions.ofThisBuild();
        Path home = cache.folder("postgres-" + versions.postgres(), PostgresBinaries::unpack);
        return new PostgresBinaries(home, versions.postgresMajor());
    }

    private static void unpack(Path folder) throws IOException {
        String archive = "/postgres-" + platform() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartProblem(
                        StartProblem.Code.UNSUPPORTED_MACHINE,
                        "There is no embedded PostgreSQL for this machine (" + archive + ").",
                        "Run a PostgreSQL of your own and name it in KITH_DATABASE_URL.");
            }
            new TarArchive(new XZInputStream(packed)).unpackInto(folder);
        }
    }

    private static String platform() {
        String system = Machine.isMac() ? "darwin" : Machine.isLinux() ? "linux" : "other";
        return system + (Machine.isArm() ? "-arm_64" : "-x86_64");
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
