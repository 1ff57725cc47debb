package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on the loopback interface that forwards to a port there, counts, and can be told to misbehave. What it is
 * told holds from then on for all connections, open ones included. May be used by several threads.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final int targetPort;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Fault fault = Fault.pass();
    private ServerSocket listener;
    private Thread acceptor;
    private final int port;

    private FaultProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        this.listener = new ServerSocket(0, BACKLOG, Loopback.ADDRESS);
        this.port = listener.getLocalPort();
        this.acceptor = accept(listener);
    }

    /** Begins to forward to a server. */
    public static FaultProxy to(BackingServer server) {
        return to(server.port());
    }

    /** Begins to forward to a port on the loopback interface; nobody needs to listen there yet. */
    public static FaultProxy to(int port) {
        try {
            return new FaultProxy(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loopback address that the proxy listens on. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port that the proxy listens on; it stays the same whatever is injected. */
    public int port() {
        return port;
    }

    /** Misbehaves from now on as told. */
    public synchronized void inject(Fault next) {
        fault = next;
        try {
            if (next instanceof Fault.Refuse) {
                closePort();
            } else if (listener.isClosed()) {
                listener = new ServerSocket(port, BACKLOG, Loopback.ADDRESS);
                acceptor = accept(listener);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (next instanceof Fault.Refuse || next instanceof Fault.CloseImmediately) {
            connections.forEach(ProxiedConnection::close);
        }
    }

    /** What went through all connections since the start or the last {@link #resetTraffic()}. */
    public Traffic traffic() {
        return connections().stream().reduce(Traffic.NONE, Traffic::plus);
    }

    /** What went through each connection that carried anything, oldest first. */
    public List<Traffic> connections() {
        return connections.stream()
                .map(ProxiedConnection::traffic)
                .filter(traffic -> !traffic.equals(Traffic.NONE))
                .toList();
    }

    /** How many connections were made, whether they carried anything or not. */
    public int connectionsOpened() {
        return opened.get();
    }

    /** How many connections are open now. */
    public int connectionsOpen() {
        return (int) connections.stream().filter(ProxiedConnection::isOpen).count();
    }

    /** Counts from zero again. */
    public void resetTraffic() {
        opened.set(0);
        connections.removeIf(connection -> !connection.isOpen());
        connections.forEach(ProxiedConnection::resetTraffic);
    }

    /** Closes the port and cuts all connections. */
    @Override
    public synchronized void close() {
        try {
            closePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(ProxiedConnection::close);
    }

    Fault fault() {
        return fault;
    }

    /** The system accepts connections until nobody waits for one any more. */
    private void closePort() throws IOException {
        listener.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread accept(ServerSocket socket) {
        return Threads.start("accept on " + port, () -> {
            while (true) {
                lead(socket.accept());
            }
        });
    }

    private void lead(Socket client) throws IOException {
        opened.incrementAndGet();
        try {
            if (fault instanceof Fault.CloseImmediately) {
                client.close();
            } else {
                ProxiedConnection connection = new ProxiedConnection(this, client, connectToServer());
                connections.add(connection);
                connection.start();
            }
        } catch (IOException nobodyThere) {
            client.close();
        }
    }

    /** A socket that is not connected where the fault keeps everything from the server. */
    private Socket connectToServer() throws IOException {
        Socket server = new Socket();
        if (fault.reachesServer()) {
            server.connect(new InetSocketAddress(Loopback.ADDRESS, targetPort), 5000);
        }
        return server;
    }
}
