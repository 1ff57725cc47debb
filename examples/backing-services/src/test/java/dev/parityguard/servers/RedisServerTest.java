package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedisServerTest {

    static Iterable<String> versions() {
        return RedisServer.availableVersions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionStartsAnswersAndStops(String version) throws IOException {
        RedisServer server = RedisServer.version(version)
                .argument("--maxmemory-policy", "allkeys-lru")
                .start();
        try (server) {
            assertThat(Conversation.ask(server.port(), "INFO server")).contains("redis_version:" + version + "\r\n");
            assertThat(Conversation.ask(server.port(), "CONFIG GET maxmemory-policy"))
                    .contains("allkeys-lru");
        }
        assertThat(server.isRunning()).isFalse();
        assertThat(Loopback.accepts(server.port())).isFalse();
    }

    @Test
    void commandIsGoneWhenTheConfigurationRenamesIt() throws IOException {
        try (RedisServer server = RedisServer.version("7.4.1")
                .configuration("rename-command CONFIG \"\"")
                .start()) {
            assertThat(Conversation.ask(server.port(), "CONFIG GET save")).startsWith("-ERR unknown command");
        }
    }

    @Test
    void userMayNotAskForConfigurationWhenTheAccessListSaysSo() throws IOException {
        try (RedisServer server = RedisServer.version("7.4.1")
                .configuration("user app on >secret ~* &* +@all -config")
                .start()) {
            assertThat(Conversation.ask(server.port(), "AUTH app secret", "CONFIG GET save"))
                    .contains("-NOPERM");
        }
    }

    @Test
    void lonelyClusterNodeServesAllSlots() throws IOException {
        try (RedisServer server = RedisServer.version("7.4.1").cluster().start()) {
            assertThat(Conversation.ask(server.port(), "SET a 1")).isEqualTo("+OK\r\n");
            assertThat(Conversation.ask(server.port(), "MSET a 1 b 2")).startsWith("-CROSSSLOT");
        }
    }

    @Test
    void replicaRefusesWrites() throws IOException {
        try (RedisServer primary = RedisServer.version("7.4.1").start();
                RedisServer replica =
                        RedisServer.version("7.4.1").replicaOf(primary).start()) {
            assertThat(Conversation.ask(replica.port(), "SET a 1")).startsWith("-READONLY");
        }
    }

    @Test
    void clientThatTrustsTheCertificateIsAnsweredOverTls() throws Exception {
        try (RedisServer server = RedisServer.version("7.4.1").tls().start()) {
            TlsFiles tls = server.tls().orElseThrow();
            try (Socket socket =
                    trusting(tls.certificate()).getSocketFactory().createSocket("localhost", server.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
                        .isEqualTo("+PONG\r\n");
            }
            assertThat(Files.getPosixFilePermissions(tls.key()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
