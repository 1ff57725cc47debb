package dev.parityguard.examples.orders;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored orders. */
interface OrderRepository extends JpaRepository<Order, Long> {
    List<Order> findByCustomerOrderByGoods(String customer);
}
