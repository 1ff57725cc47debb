package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A loopback port that neither accepts nor refuses, as behind a firewall that drops packets: a connect waits until its
 * own timeout. On Linux, where a full queue of connections that nobody accepts has this effect.
 */
public final class SilentPort implements AutoCloseable {

    private static final int ENOUGH = 20;

    private final ServerSocket listener;
    private final List<Socket> queue = new ArrayList<>();

    private SilentPort() throws IOException {
        listener = new ServerSocket(0, 1, Loopback.ADDRESS);
    }

    /** Opens the port and fills its queue. */
    public static SilentPort open() {
        try {
            SilentPort port = new SilentPort();
            port.fill();
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port to connect to on {@code 127.0.0.1}. */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : queue) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() throws IOException {
        for (int i = 0; i < ENOUGH; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(new InetSocketAddress(Loopback.ADDRESS, port()), 250);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("this system accepts connections that nobody takes");
    }
}
