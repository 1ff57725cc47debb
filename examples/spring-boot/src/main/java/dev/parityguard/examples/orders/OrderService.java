package dev.parityguard.examples.orders;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/** Places orders and finds them again. */
@Service
class OrderService {
    private final OrderRepository orders;
    private final ReceiptStore receipts;
    private final Clock clock;

    OrderService(OrderRepository orders, ReceiptStore receipts, Clock clock) {
        this.orders = orders;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** An order counts once it is stored; its receipt follows. */
    PlacedOrder place(NewOrder order) {
        PlacedOrder placed = orders.save(new Order(
                        order.customer(),
                        order.goods(),
                        order.quantity(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .placed();
        receipts.write(placed);
        return placed;
    }

    @Cacheable(cacheNames = "orders", unless = "#result == null")
    public Optional<PlacedOrder> find(long id) {
        return orders.findById(id).map(Order::placed);
    }

    List<PlacedOrder> of(String customer) {
        return orders.findByCustomerOrderByGoods(customer).stream()
                .map(Order::placed)
                .toList();
    }
}
