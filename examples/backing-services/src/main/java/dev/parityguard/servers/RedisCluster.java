package dev.parityguard.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a lone cluster node a working cluster. */
final class RedisCluster {

    private static final int SLOTS = 16384;

    private RedisCluster() {}

    /** Gives the node every slot and waits until it says that the cluster is in order, which takes it two seconds. */
    static void assignAllSlots(ServerProcess process, int port) throws IOException, InterruptedException {
        String all = IntStream.range(0, SLOTS).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String answer = ask(port, "CLUSTER ADDSLOTS " + all);
        if (!answer.startsWith("+OK")) {
            throw new ServerStartException("cannot assign slots: " + answer);
        }
        process.await(() -> ask(port, "CLUSTER INFO").contains("cluster_state:ok"));
    }

    /** Sends one inline command and returns the beginning of the answer. */
    private static String ask(int port, String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Loopback.ADDRESS, port), 1000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            int read = in.read(buffer);
            return new String(buffer, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
        }
    }
}
