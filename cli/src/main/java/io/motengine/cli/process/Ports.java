package io.motengine.cli.process;

import io.motengine.cli.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine, on the loopback address only. */
public final class Ports {
    private Ports() {}

    /** A port that nobody uses now. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The port itself, or any free one for 0.
     *
     * @param option by which the caller can choose another
     * @throws Refusal if something listens there already
     */
    public static int free(int port, String option) {
        if (port == 0) {
            return anyFree();
        }
        if (port < 0 || port > 65_535) {
            throw new Refusal(option + ": " + port + " (expected: 0 to 65535, 0 for any free port)");
        }
        try (ServerSocket socket = new ServerSocket()) {
            // A port just left by an earlier run is free although the system still remembers its connections.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new Refusal(
                    "port " + port + " is taken by another program; choose another with " + option + ", or " + option
                            + " 0 for any free one",
                    e);
        }
    }
}
