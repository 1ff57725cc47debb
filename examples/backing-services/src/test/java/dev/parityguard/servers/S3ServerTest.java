package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class S3ServerTest {

    @ParameterizedTest
    @EnumSource
    void s3proxyRefusesUnsignedRequests(S3Server.Backend backend) throws Exception {
        startsAndAnswers(() -> S3Server.s3proxy(backend).start(), 403);
    }

    @Test
    void s3mockTakesUnsignedRequests() throws Exception {
        startsAndAnswers(() -> S3Server.s3mock().start(), 200);
    }

    @Test
    void localS3TakesUnsignedRequests() throws Exception {
        startsAndAnswers(() -> S3Server.localS3().start(), 200);
    }

    private static void startsAndAnswers(Supplier<S3Server> starter, int status)
            throws IOException, InterruptedException {
        S3Server server = starter.get();
        try (server) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.endpoint()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        }
        assertThat(server.isRunning()).isFalse();
        assertThat(Loopback.accepts(server.port())).isFalse();
    }
}
