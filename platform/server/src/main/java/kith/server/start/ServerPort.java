package kith.server.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import kith.metadata.problem.ProblemException;
import kith.server.settings.Settings;

/** Looks whether the server will be able to listen, before anything else is started. */
final class ServerPort {

    private ServerPort() {}

    static void requireFree(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        } catch (UnknownHostException failure) {
            throw StartCode.SETTING_INVALID.because(
                    "KITH_HOST names no address of this machine: " + settings.host() + ".",
                    "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody.",
                    failure);
        } catch (IOException failure) {
            throw taken(settings.port(), failure);
        }
    }

    static ProblemException taken(int port, Throwable cause) {
        return StartCode.SERVER_PORT_TAKEN.because(
                "Port " + port + " cannot be used: another program has it, or it is not permitted.",
                "Stop that program, or choose another port: KITH_PORT=" + (port + 1) + " ./kith up",
                cause);
    }
}
