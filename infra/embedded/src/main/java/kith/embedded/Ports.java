package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;

/** The loopback ports of one data directory, remembered so that addresses stay what they were. */
final class Ports {

    private final Path file;

    Ports(Path file) {
        this.file = file;
    }

    /** The wanted port, or for 0 the remembered one if it is still free, else any free one. */
    int choose(String service, int wantedOr0) {
        int port = wantedOr0 != 0 ? wantedOr0 : remembered(service);
        if (wantedOr0 != 0) {
            requireFree(service, port);
        } else if (port == 0 || !isFree(port)) {
            port = anyFree();
        }
        return remember(service, port);
    }

    /** Like {@link #choose}, for a service whose address others have stored: it must not move. */
    int chooseForGood(String service, int wantedOr0) {
        int port = wantedOr0 != 0 ? wantedOr0 : remembered(service);
        if (port == 0) {
            port = anyFree();
        } else {
            requireFree(service, port);
        }
        return remember(service, port);
    }

    private int remembered(String service) {
        return Integer.parseInt(PropertiesFile.read(file).getProperty(service, "0"));
    }

    private synchronized int remember(String service, int port) {
        Properties ports = PropertiesFile.read(file);
        ports.setProperty(service, Integer.toString(port));
        PropertiesFile.write(file, ports);
        return port;
    }

    private void requireFree(String service, int port) {
        if (!isFree(port)) {
            throw new StartProblem(
                    StartProblem.Code.PORT_TAKEN,
                    "Port " + port + " for " + service + " is taken by another program.",
                    "Stop that program, or change the port in " + file + ".");
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (BindException _) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
