package kith.embedded;

import java.util.Map;

/** Whether what PostgreSQL acknowledged survives a power failure. */
public enum Durability {
    /** For data that someone wants to keep. */
    DURABLE("on"),
    /** For tests: several times faster, and lost with the machine. */
    THROWAWAY("off");

    private final String flag;

    Durability(String flag) {
        this.flag = flag;
    }

    Map<String, String> settings() {
        return Map.of("fsync", flag, "synchronous_commit", flag, "full_page_writes", flag);
    }
}
