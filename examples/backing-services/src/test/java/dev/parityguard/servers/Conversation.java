package dev.parityguard.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says lines to a server and reads all that comes back. */
final class Conversation {

    private Conversation() {}

    /** Sends all lines at once, then tells the server that nothing more comes, and reads until it ends. */
    static String ask(int port, String... lines) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Loopback.ADDRESS, port), 5000);
            socket.setSoTimeout(20_000);
            String all = String.join("\r\n", lines) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answers.endsWith("+OK\r\n") ? answers.substring(0, answers.length() - 5) : answers;
        }
    }
}
