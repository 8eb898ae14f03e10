package kith.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Sends bytes that no decent client would send. */
public final class RawHttp {

    /** The server hung up on somebody who was still speaking. */
    public static final String CUT_OFF = "";

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    /** At a server on this machine. */
    public RawHttp(int port) {
        this.port = port;
    }

    /**
     * All that the server says until it closes the connection, which requests ask it to.
     *
     * @param lines of the request, joined as HTTP does
     */
    public String answer(String... lines) {
        String request = String.join("\r\n", lines) + "\r\n\r\n";
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(connection.getInputStream());
        } catch (SocketException _) {
            return CUT_OFF;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(InputStream answers) throws IOException {
        return new String(answers.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** The value of a header of an answer. */
    public static Optional<String> header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** The number of an answer's status. */
    public static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
