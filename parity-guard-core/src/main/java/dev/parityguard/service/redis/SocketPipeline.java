package dev.parityguard.service.redis;

import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection of its own to the server that a URL names, for one volley. A plain socket: loading a client that the
 * application may not even use costs fifty times the time, and clients write what they send, passwords included, to
 * their trace log.
 */
final class SocketPipeline implements RedisPipeline {
    private final RedisUrl url;
    private final ProbeContext context;

    SocketPipeline(RedisUrl url, ProbeContext context) {
        this.url = url;
        this.context = context;
    }

    @Override
    public List<@Nullable Object> send(List<List<String>> commands) throws IOException, GeneralSecurityException {
        List<List<String>> opening = opening();
        List<List<String>> all = new ArrayList<>(opening);
        all.addAll(commands);
        try (Socket plain = new Socket()) {
            context.onCancel(plain);
            InetSocketAddress address = new InetSocketAddress(url.host(), url.port());
            if (address.isUnresolved()) {
                throw new UnknownHostException();
            }
            plain.setTcpNoDelay(true);
            plain.connect(address, context.deadline().remainingMillis());
            Socket socket = url.tls() ? encrypted(plain) : plain;
            socket.getOutputStream().write(encoded(all));
            RespReader reader = new RespReader(bounded(socket, context.deadline()));
            for (int i = 0; i < opening.size(); i++) {
                if (reader.read() instanceof IOException refusal) {
                    throw refusal;
                }
            }
            return replies(reader, commands.size());
        }
    }

    /** A server that wants a password or has no room says so once and then closes the connection: its words count. */
    private static List<@Nullable Object> replies(RespReader reader, int count) throws IOException {
        List<@Nullable Object> replies = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                replies.add(reader.read());
            }
            return replies;
        } catch (IOException e) {
            boolean refused = !replies.isEmpty()
                    && replies.get(0) instanceof IOException first
                    && ConnectionFailure.isKnown(first);
            throw refused ? (IOException) replies.get(0) : e;
        }
    }

    /** Logging in and choosing the database ride along with the questions. */
    private List<List<String>> opening() {
        List<List<String>> opening = new ArrayList<>();
        if (url.password() != null) {
            String password = url.password().reveal();
            opening.add(url.user() == null ? List.of("AUTH", password) : List.of("AUTH", url.user(), password));
        }
        if (url.database() != null) {
            opening.add(List.of("SELECT", url.database()));
        }
        return opening;
    }

    /** Redis without TLS takes a handshake for the beginning of a command and waits, so half the time is waited. */
    private SSLSocket encrypted(Socket plain) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket)
                SSLContext.getDefault().getSocketFactory().createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(Math.max(1, context.deadline().remainingMillis() / 2));
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException e) {
            throw new SSLException(ConnectionFailure.NO_TLS_ANSWER);
        }
        return socket;
    }

    /** A server that sends a byte now and then is cut off at the deadline too. */
    private static BufferedInputStream bounded(Socket socket, Deadline deadline) throws IOException {
        return new BufferedInputStream(new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (deadline.passed()) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout(deadline.remainingMillis());
                return super.read(buffer, offset, length);
            }
        });
    }

    private static byte[] encoded(List<List<String>> commands) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<String> command : commands) {
            out.writeBytes(("*" + command.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String word : command) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                out.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.writeBytes(bytes);
                out.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return out.toByteArray();
    }
}
