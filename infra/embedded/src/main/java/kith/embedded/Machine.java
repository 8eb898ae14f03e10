package kith.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the services need to know of the machine they run on. */
final class Machine {

    private Machine() {}

    static boolean hasCommand(String name) {
        return Stream.of(
                        System.getenv()
                                .getOrDefault("PATH", "/usr/bin:/bin")
                                .split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }

    /** PostgreSQL refuses root; in a user namespace of its own it does not see that it is root. */
    static List<String> asOrdinaryUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!Machine.hasCommand("unshare")) {
            throw new StartProblem(
                    StartProblem.Code.UNSUPPORTED_MACHINE,
                    "PostgreSQL does not run as root, and the command unshare is missing.",
                    "Start Kith as an ordinary user, or install util-linux.");
        }
        return List.of("unshare", "--user");
    }

    static boolean isLinux() {
        return systemName().contains("linux");
    }

    static boolean isMac() {
        return systemName().contains("mac");
    }

    static boolean isArm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }

    private static String systemName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
