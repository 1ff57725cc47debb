package dev.parityguard.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersServiceTest {
    @Test
    void serviceWhenProductionIsAsCapturedThenStartsAndDoesItsJob() throws Exception {
        try (Backing production = Backing.production();
                Service service = Service.start(production.variables())) {
            String orders = service.address() + "/orders";
            String management = service.management() + "/q";

            assertThat(service.output()).contains("orders agrees with profile \"orders\"");
            assertThat(Http.post(orders, "{\"goods\": \"3 apples\"}").statusCode())
                    .isEqualTo(201);
            assertThat(Http.get(orders + "/1").body()).isEqualTo("{\"id\":1,\"goods\":\"3 apples\"}");
            assertThat(Http.get(orders + "/1/receipt").body()).isEqualTo("Receipt: 3 apples");
            assertThat(Http.get(management + "/health/ready").body()).contains("Parity Guard", "\"status\": \"UP\"");
            assertThat(Http.get(management + "/parity").body())
                    .contains("\"agrees\": true", "postgresql 16.15", "redis 7.4.1")
                    .doesNotContain(production.variables().get("DATABASE_PASSWORD"));
            assertThat(Http.get(management + "/metrics").body()).contains("parity_guard_refused 0.0");
        }
    }

    @Test
    void serviceOnALaptopThenRefusesBeforeItMigrates() throws Exception {
        try (Backing laptop = Backing.laptop();
                Service service = Service.start(laptop.variables())) {
            assertThat(service.exitStatus()).isEqualTo(1);
            assertThat(service.output())
                    .contains("Mode enforce: refusing to start.")
                    .contains(
                            "orders-db  postgresql.", "queue  redis.maxmemory_policy", "uploads  s3.setting.versioning")
                    .doesNotContain("Listening on", "\tat ", "Migrating schema");
            try (Connection database = laptop.database().connect("orders");
                    ResultSet tables = database.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void serviceOnALaptopWhenOnlyWarnedThenStarts() throws Exception {
        try (Backing laptop = Backing.laptop()) {
            Map<String, String> variables = new HashMap<>(laptop.variables());
            variables.put("PARITY_GUARD_MODE", "warn");
            try (Service service = Service.start(variables)) {
                assertThat(Http.post(service.address() + "/orders", "{\"goods\": \"3 apples\"}")
                                .statusCode())
                        .isEqualTo(201);
                assertThat(service.output()).contains("Mode warn: starting anyway.");
            }
        }
    }
}
