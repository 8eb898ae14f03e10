package kith.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/** One connection for many requests, as browsers and load balancers hold it. */
class KeptConnectionIT {

    private static final int ROUNDS = 100;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String LENGTH = "content-length: ";

    private final TestServer server = TestServer.shared();
    private final String token = server.tenant("kept-connection");

    /**
     * The second request of a round is there before the first is done with, and is answered at
     * once. With reactor-netty 1.3.6 nobody read the third.
     */
    @Test
    void goesOnReadingAfterARequestThatCameEarly() throws IOException {
        byte[] early = (question() + session()).getBytes(StandardCharsets.UTF_8);
        byte[] next = session().getBytes(StandardCharsets.UTF_8);
        try (Socket connection =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            DataInputStream answers = new DataInputStream(connection.getInputStream());
            for (int round = 0; round < ROUNDS; round++) {
                connection.getOutputStream().write(early);
                assertThat(answer(answers)).contains("\"company\"");
                assertThat(answer(answers)).contains("signedIn");
                connection.getOutputStream().write(next);
                assertThat(answer(answers)).contains("signedIn");
            }
        }
    }

    private String question() {
        String body = "{\"query\":\"{ company: me { tenant { slug } } }\"}";
        return String.join(
                "\r\n",
                "POST /graphql HTTP/1.1",
                "Host: localhost",
                "Authorization: " + TenantSteps.bearer(token),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private static String session() {
        return "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String answer(DataInputStream answers) throws IOException {
        int length = 0;
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = answers.readUnsignedByte();
            if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().isBlank()) {
                return new String(answers.readNBytes(length), StandardCharsets.UTF_8);
            } else {
                if (line.toString().toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                    length = Integer.parseInt(line.substring(LENGTH.length()).strip());
                }
                line.setLength(0);
            }
        }
    }
}
