package dev.parityguard.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.examples.orders.demo.Backing;
import dev.parityguard.examples.orders.demo.Service;
import org.junit.jupiter.api.Test;

/** The service as a process of its own on what a laptop has. */
class LaptopTest {
    @Test
    void serviceRefusesToStartOnALaptop() throws Exception {
        try (Backing laptop = Backing.laptop();
                Service service = Service.start(laptop.variables())) {
            assertThat(service.exitStatus()).isEqualTo(1);
            assertThat(service.output())
                    .contains("APPLICATION FAILED TO START", "Mode enforce: refusing to start.")
                    .contains("ERROR    orders-db  ", "ERROR    spring  spring.cache.manager", "ERROR    uploads  ")
                    .doesNotContain("Tomcat started", "\tat ", laptop.variables().get("S3_SECRET_KEY"));
        }
    }
}
