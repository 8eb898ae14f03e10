package kith.bench.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepersTest {

    private static final int LARGE = 100_000;
    private static final int SMALL = 1_000;

    /** Arrays of bytes have a header of sixteen bytes, other objects one of twelve. */
    private static final int HOLDER = 24;

    @TempDir private Path folder;

    /** Holds an array of its own, and one that another holder has as well, or everybody. */
    private static final class Holder {
        private final String name;
        private final byte[] own;
        private final byte[] shared;

        Holder(String name, byte[] own, byte[] shared) {
            this.name = name;
            this.own = own;
            this.shared = shared;
        }

        int length() {
            return name.length() + own.length + shared.length;
        }
    }

    private static List<Holder> holders(byte[] ofAll) {
        byte[] shared = new byte[LARGE];
        return List.of(
                new Holder("one", new byte[SMALL], shared),
                new Holder("two", new byte[2 * SMALL], shared),
                new Holder("three", new byte[3 * SMALL], ofAll));
    }

    @Test
    void tellsWhatEachKeepsAliveAloneAndWhatSeveralDo() throws IOException {
        byte[] ofAll = new byte[LARGE];
        List<Holder> holders = holders(ofAll);
        Path file = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
        assertThat(holders).allMatch(holder -> holder.length() > ofAll.length);

        try (HeapDump dump = HeapDump.open(file)) {
            Map<Integer, Integer> given = new HashMap<>();
            Map<String, Integer> keepers = Map.of("one", 1, "two", 2, "three", 3);
            dump.instancesOf(Holder.class.getName())
                    .forEach(holder -> {
                        String name = dump.text(dump.field(holder, "name").orElseThrow());
                        given.put(holder, keepers.getOrDefault(name, 0));
                    });
            Map<Integer, Long> retained = new Keepers(dump, given).retained();

            assertThat(given).hasSize(3);
            assertThat(retained)
                    .containsEntry(1, (long) HOLDER + 16 + SMALL)
                    .containsEntry(2, (long) HOLDER + 16 + 2 * SMALL)
                    .containsEntry(3, (long) HOLDER + 16 + 3 * SMALL)
                    .containsEntry(Keepers.SHARED, 16L + LARGE);
        }
    }
}
