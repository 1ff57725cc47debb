package dev.parityguard.examples.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as it is stored. */
@Entity
@Table(name = "orders")
class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String customer;
    private String goods;
    private int quantity;
    private Instant placedAt;

    /** JPA fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    Order(String customer, String goods, int quantity, Instant placedAt) {
        this.customer = customer;
        this.goods = goods;
        this.quantity = quantity;
        this.placedAt = placedAt;
    }

    PlacedOrder placed() {
        if (id == null) {
            throw new IllegalStateException("the order is not stored yet");
        }
        return new PlacedOrder(id, customer, goods, quantity, placedAt);
    }
}
