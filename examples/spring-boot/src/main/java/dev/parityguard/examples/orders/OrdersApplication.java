package dev.parityguard.examples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cache.annotation.EnableCaching;

/** Takes orders. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableCaching
public class OrdersApplication {
    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(OrdersApplication.class, arguments);
    }
}
