package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static RedisServer redis;
    private FaultProxy proxy;

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.version("7.4.1").start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void openProxy() {
        proxy = FaultProxy.to(redis);
    }

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    @Test
    void everyQuestionThatWaitsForAnAnswerIsOneTurn() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ping(socket)).isEqualTo("+PONG\r\n");
            assertThat(ping(socket)).isEqualTo("+PONG\r\n");
        }
        assertThat(proxy.traffic()).isEqualTo(new Traffic(2, 12, 14));
        assertThat(proxy.connections()).hasSize(1);
        assertThat(proxy.connectionsOpened()).isEqualTo(1);

        proxy.resetTraffic();

        assertThat(proxy.traffic()).isEqualTo(new Traffic(0, 0, 0));
        assertThat(proxy.connectionsOpened()).isZero();
    }

    @Test
    void delayIsPaidOnceForManyPipelinedQuestions() throws IOException {
        proxy.inject(Fault.delayPerRoundTrip(Duration.ofMillis(200)));
        try (Socket socket = connect()) {
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                send(socket, "PING\r\n");
            }
            assertThat(socket.getInputStream().readNBytes(20 * 7)).hasSize(20 * 7);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(200), Duration.ofMillis(2000));
        }
        assertThat(proxy.traffic().turns()).isEqualTo(1);
    }

    @Test
    void nothingIsAnsweredByABlackHole() throws IOException {
        proxy.inject(Fault.blackHole());
        try (Socket socket = connect()) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> ping(socket)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void openConnectionFallsSilentWhenABlackHoleOpens() throws IOException {
        try (Socket socket = connect()) {
            ping(socket);
            proxy.inject(Fault.blackHole());
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> ping(socket)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void connectionIsRefusedUntilTheFaultIsGone() throws IOException {
        proxy.inject(Fault.refuse());
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

        proxy.inject(Fault.pass());

        try (Socket socket = connect()) {
            assertThat(ping(socket)).isEqualTo("+PONG\r\n");
        }
    }

    @Test
    void connectionEndsAtOnceWhenItIsClosedImmediately() throws IOException {
        proxy.inject(Fault.closeImmediately());
        try (Socket socket = connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void answerTakesItsTimeWhenItTrickles() throws IOException {
        proxy.inject(Fault.trickle(2, Duration.ofMillis(50)));
        try (Socket socket = connect()) {
            long begin = System.nanoTime();
            assertThat(ping(socket)).isEqualTo("+PONG\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(149));
        }
    }

    @Test
    void connectionIsResetAfterTheAllowedBytes() throws IOException {
        proxy.inject(Fault.cutAfter(10));
        try (Socket socket = connect()) {
            assertThat(ping(socket)).isEqualTo("+PONG\r\n");
            send(socket, "PING\r\n");
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(3), StandardCharsets.US_ASCII)).isEqualTo("+PO");
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void questionIsAnsweredByAWebPageWhenGarbageIsWanted() throws IOException {
        proxy.inject(Fault.httpPage());
        try (Socket socket = connect()) {
            send(socket, "PING\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("</html>");
        }
    }

    @Test
    void connectWaitsWhenThePortIsSilent() {
        try (SilentPort silent = SilentPort.open();
                Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(Loopback.ADDRESS, silent.port()), 300))
                    .isInstanceOf(SocketTimeoutException.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(proxy.host(), proxy.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String ping(Socket socket) throws IOException {
        send(socket, "PING\r\n");
        return new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
