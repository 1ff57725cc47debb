package dev.parityguard.service.elasticsearch;

import dev.parityguard.probe.Deadline;
import dev.parityguard.target.Secret;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One request and its answer over a connection of its own. Not by a client of the JDK: HttpClient keeps a thread until it
 * is collected (before Java 21), and HttpURLConnection cannot be held to a deadline, asks twice, and asks the
 * application's proxies and cookies.
 */
final class Exchange {
    private final SearchUrl url;
    private final Deadline deadline;

    Exchange(SearchUrl url, Deadline deadline) {
        this.url = url;
        this.deadline = deadline;
    }

    /** Asks over a socket that is not connected yet, and that the caller closes. */
    Answer ask(Request request, Socket plain) throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(url.host(), url.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException();
        }
        plain.setTcpNoDelay(true);
        plain.connect(address, deadline.remainingMillis());
        Socket socket = url.tls() ? encrypted(plain) : plain;
        socket.getOutputStream().write(bytes(request));
        try (InputStream in = new BufferedInputStream(new Bounded(socket, deadline))) {
            return new AnswerReader(in).read();
        }
    }

    /** Some servers without TLS take a handshake for the beginning of a request and wait, so half the time is waited. */
    private SSLSocket encrypted(Socket plain) throws IOException, GeneralSecurityException {
        SSLSocket socket = (SSLSocket)
                SSLContext.getDefault().getSocketFactory().createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(Math.max(1, deadline.remainingMillis() / 2));
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException e) {
            throw new SSLException(Failure.NO_TLS_ANSWER);
        }
        return socket;
    }

    private byte[] bytes(Request request) {
        byte[] body = request.body() == null ? new byte[0] : request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        head.append(request.method() + " " + url.path() + request.path() + " HTTP/1.1\r\n");
        head.append("Host: " + url.authority() + "\r\n");
        head.append("Accept: application/json\r\nConnection: close\r\n");
        Secret authorization = url.authorization();
        if (authorization != null && !request.anonymous()) {
            head.append("Authorization: " + authorization.reveal() + "\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** A server that sends a byte now and then is cut off at the deadline too. */
    private static final class Bounded extends FilterInputStream {
        private final Socket socket;
        private final Deadline deadline;

        Bounded(Socket socket, Deadline deadline) throws IOException {
            super(socket.getInputStream());
            this.socket = socket;
            this.deadline = deadline;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (deadline.passed()) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout(deadline.remainingMillis());
            return super.read(buffer, offset, length);
        }
    }
}
