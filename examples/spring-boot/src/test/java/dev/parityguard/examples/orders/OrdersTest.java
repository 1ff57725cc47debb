package dev.parityguard.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.examples.orders.demo.Backing;
import dev.parityguard.junit.ParityProfile;
import dev.parityguard.junit.ParityService;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.spring.ParityCheck;
import java.net.URI;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service does its job on servers like those of production, and leaves the structure of its database as it was. */
@ParityProfile(frozenSchema = true)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "parity-guard.deadline=30s")
class OrdersTest {
    @AutoClose
    private static final Backing BACKING = Backing.production();

    @ParityService("orders-db")
    @Autowired
    private DataSource database;

    private final RestTestClient client;

    OrdersTest(@LocalServerPort int port) {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @DynamicPropertySource
    static void variables(DynamicPropertyRegistry registry) {
        BACKING.variables().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** After a change of the servers: start the service with --parity-guard.capture=src/main/resources/parity-profile.json. */
    @Test
    void committedProfileIsWhatIsSeen(@Autowired ParityCheck check) {
        ParityReport report = check.lastReport().get().orElseThrow();
        assertThat(report.findings()).isEmpty();
        assertThat(report.services())
                .filteredOn(ServiceSummary::isBackingService)
                .extracting(ServiceSummary::name)
                .containsExactly("cache", "orders-db", "spring", "uploads");
    }

    @Test
    void placedOrderIsFoundAgainWithItsReceipt() {
        URI order = place("Ada", "apples", 3);
        PlacedOrder found = client.get()
                .uri(order)
                .exchangeSuccessfully()
                .returnResult(PlacedOrder.class)
                .getResponseBody();
        assertThat(found)
                .isNotNull()
                .extracting(PlacedOrder::goods, PlacedOrder::quantity)
                .containsExactly("apples", 3);
        client.get()
                .uri(order + "/receipt")
                .exchange()
                .expectBody(String.class)
                .value(receipt -> assertThat(receipt).endsWith("3 x apples"));
    }

    private URI place(String customer, String goods, int quantity) {
        return Objects.requireNonNull(client.post()
                .uri("/orders")
                .body(new NewOrder(customer, goods, quantity))
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(PlacedOrder.class)
                .getResponseHeaders()
                .getLocation());
    }
}
