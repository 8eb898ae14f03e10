package kith.bench.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java program keeps: its heap after everything else has been collected. */
public final class JavaHeap {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern USED = Pattern.compile("used ([0-9]+)K");

    private JavaHeap() {}

    /**
     * Collects and measures.
     *
     * @param log for what the tools write
     */
    public static long keptMegabytes(long pid, Path log) {
        jcmd(pid, log, "GC.run");
        return used(jcmd(pid, log, "GC.heap_info")) / 1024;
    }

    /** Collects, and writes down all that is left. */
    public static void dump(long pid, Path file, Path log) {
        jcmd(pid, log, "GC.heap_dump", file.toString());
    }

    private static String jcmd(long pid, Path log, String... command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<String> words = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid)));
        words.addAll(Arrays.asList(command));
        return ChildProgram.run("jcmd", words, Map.of(), Path.of("."), log, LIMIT);
    }

    private static long used(String report) {
        Matcher used = USED.matcher(report);
        long sum = 0;
        while (used.find()) {
            // Metaspace and class space stand below the heap and are no part of it.
            if (report.lastIndexOf("Metaspace", used.start()) >= 0) {
                break;
            }
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }
}
