package kith.script.process;

import java.io.IOException;

/** The other side said what nobody says. */
final class WireException extends IOException {

    WireException(String message) {
        super(message);
    }
}
