package dev.parityguard.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StubsTest {

    @Test
    void s3RequestGetsTheReplyOfItsSubResource() throws Exception {
        try (S3Stub stub = S3Stub.start()
                .answer("HEAD", StubReply.of(301).header("x-amz-bucket-region", "eu-central-1"))
                .answer("GET", "versioning", StubReply.of(200).body("<VersioningConfiguration/>"))) {
            HttpResponse<String> head = send(stub.endpoint().resolve("/uploads"), "HEAD");
            HttpResponse<String> versioning = send(stub.endpoint().resolve("/uploads?versioning"), "GET");
            HttpResponse<String> location = send(stub.endpoint().resolve("/uploads?location"), "GET");

            assertThat(head.statusCode()).isEqualTo(301);
            assertThat(head.headers().firstValue("x-amz-bucket-region")).contains("eu-central-1");
            assertThat(versioning.body()).isEqualTo("<VersioningConfiguration/>");
            assertThat(location.statusCode()).isEqualTo(501);
            assertThat(stub.requests())
                    .containsExactly("HEAD /uploads", "GET /uploads?versioning", "GET /uploads?location");
        }
    }

    @Test
    void respCommandGetsTheReplyOfItsLongestBeginning() throws IOException {
        try (RespStub stub = RespStub.start()
                .answer("CONFIG GET", RespReply.map(Map.of()))
                .answer("CONFIG GET maxmemory", RespReply.map(Map.of("maxmemory", RespReply.bulk("0"))))) {
            assertThat(Conversation.ask(stub.port(), "config get maxmemory", "CONFIG GET save", "HELLO 3"))
                    .isEqualTo("*2\r\n$9\r\nmaxmemory\r\n$1\r\n0\r\n*0\r\n-ERR unknown command 'HELLO'\r\n");
        }
    }

    @Test
    void respMapIsAMapAfterHello3() throws IOException {
        try (RespStub stub =
                RespStub.start().answer("HELLO", RespReply.map(Map.of("server", RespReply.bulk("valkey"))))) {
            assertThat(Conversation.ask(stub.port(), "HELLO", "HELLO 3"))
                    .isEqualTo("*2\r\n$6\r\nserver\r\n$6\r\nvalkey\r\n%1\r\n$6\r\nserver\r\n$6\r\nvalkey\r\n");
        }
    }

    private static HttpResponse<String> send(URI uri, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
