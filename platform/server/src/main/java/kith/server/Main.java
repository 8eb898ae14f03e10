package kith.server;

import kith.server.start.ServerStart;

/** Starts Kith: {@code java -jar kith.jar}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (!ServerStart.run(System.getenv())) {
            System.exit(1);
        }
    }
}
