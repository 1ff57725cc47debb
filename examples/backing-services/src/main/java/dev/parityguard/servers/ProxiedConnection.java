package dev.parityguard.servers;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One connection through a {@link FaultProxy}. Each direction has a thread that reads and a thread that delivers, with a
 * queue between them, so that a delay shifts everything without making anything wait for an answer.
 */
final class ProxiedConnection {

    private static final int CHUNK_BYTES = 16 * 1024;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server;
    private Traffic traffic = Traffic.NONE;
    private boolean clientAsked;
    private long deliveredInAll;

    ProxiedConnection(FaultProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        BlockingQueue<Chunk> requests = new LinkedBlockingQueue<>();
        Threads.start("proxy reads client", () -> read(client, requests, true));
        Threads.start("proxy writes server", () -> deliver(requests, this::toServer));
        if (server.isConnected()) {
            BlockingQueue<Chunk> answers = new LinkedBlockingQueue<>();
            Threads.start("proxy reads server", () -> read(server, answers, false));
            Threads.start("proxy writes client", () -> deliver(answers, this::toClient));
        }
    }

    boolean isOpen() {
        return !client.isClosed();
    }

    synchronized Traffic traffic() {
        return traffic;
    }

    synchronized void resetTraffic() {
        traffic = Traffic.NONE;
        clientAsked = false;
    }

    void close() {
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // Closed is all that was wanted.
            }
        }
    }

    private void read(Socket source, BlockingQueue<Chunk> queue, boolean fromClient)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            for (int read = source.getInputStream().read(buffer);
                    read >= 0;
                    read = source.getInputStream().read(buffer)) {
                if (fromClient) {
                    countSent(read);
                }
                queue.put(new Chunk(Arrays.copyOf(buffer, read), due()));
            }
        } finally {
            queue.put(new Chunk(new byte[0], due()));
        }
    }

    private long due() {
        return System.nanoTime()
                + (proxy.fault() instanceof Fault.Delay delay ? delay.oneWay().toNanos() : 0);
    }

    /** An empty chunk is the end: either side's end is the end of the connection. */
    private void deliver(BlockingQueue<Chunk> queue, Delivery delivery) throws IOException, InterruptedException {
        try {
            for (Chunk chunk = queue.take(); chunk.bytes.length > 0; chunk = queue.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
                delivery.deliver(chunk.bytes);
            }
        } finally {
            close();
        }
    }

    private void toServer(byte[] bytes) throws IOException {
        Fault fault = proxy.fault();
        if (fault instanceof Fault.Garbage garbage) {
            write(garbage.text().getBytes(StandardCharsets.ISO_8859_1));
            close();
        } else if (fault.reachesServer() && server.isConnected()) {
            server.getOutputStream().write(bytes);
        }
    }

    private void toClient(byte[] bytes) throws IOException, InterruptedException {
        Fault fault = proxy.fault();
        if (fault instanceof Fault.CutAfter cut) {
            int allowed = (int) Math.max(0, Math.min(bytes.length, cut.bytes() - deliveredInAll));
            write(Arrays.copyOf(bytes, allowed));
            if (deliveredInAll >= cut.bytes()) {
                client.setSoLinger(true, 0);
                close();
            }
        } else if (fault instanceof Fault.Trickle trickle) {
            for (int from = 0; from < bytes.length; from += trickle.bytes()) {
                write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + trickle.bytes())));
                TimeUnit.NANOSECONDS.sleep(trickle.interval().toNanos());
            }
        } else if (fault.reachesServer()) {
            write(bytes);
        }
    }

    private void write(byte[] bytes) throws IOException {
        countDelivered(bytes.length);
        client.getOutputStream().write(bytes);
    }

    private synchronized void countSent(int bytes) {
        clientAsked = true;
        traffic = traffic.plus(new Traffic(0, bytes, 0));
    }

    private synchronized void countDelivered(int bytes) {
        traffic = traffic.plus(new Traffic(clientAsked && bytes > 0 ? 1 : 0, 0, bytes));
        clientAsked = clientAsked && bytes == 0;
        deliveredInAll += bytes;
    }

    private static final class Chunk {
        final byte[] bytes;
        final long due;

        Chunk(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    private interface Delivery {
        void deliver(byte[] bytes) throws IOException, InterruptedException;
    }
}
