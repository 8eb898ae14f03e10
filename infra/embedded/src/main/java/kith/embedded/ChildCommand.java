package kith.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What to run as a child: its words, its environment beyond ours, and how to ask it to end. */
record ChildCommand(
        String service,
        List<String> words,
        Map<String, String> environment,
        Path workingDirectory,
        StopSignal stopSignal) {

    ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** The same in a session of its own, so that Ctrl-C reaches the parent alone. */
    ChildCommand inOwnSession() {
        if (!Machine.hasCommand("setsid")) {
            return this;
        }
        List<String> all = new ArrayList<>();
        all.add("setsid");
        all.addAll(words);
        return new ChildCommand(service, all, environment, workingDirectory, stopSignal);
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workingDirectory.toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(ChildCommand::isForeign);
        environment.forEach((name, value) -> inherited.put(name, Objects.requireNonNull(value)));
        return builder;
    }

    /** Settings meant for other programs of the same kind must not leak into ours. */
    private static boolean isForeign(String variable) {
        return variable.startsWith("PG")
                || variable.startsWith("KC_")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }
}
