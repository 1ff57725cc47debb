package dev.parityguard.examples.orders;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders and receipts over HTTP. */
@RestController
@RequestMapping("/orders")
class OrderController {
    private final OrderService orders;
    private final ReceiptStore receipts;

    OrderController(OrderService orders, ReceiptStore receipts) {
        this.orders = orders;
        this.receipts = receipts;
    }

    @PostMapping
    ResponseEntity<PlacedOrder> place(@RequestBody NewOrder order) {
        PlacedOrder placed = orders.place(order);
        return ResponseEntity.created(URI.create("/orders/" + placed.id())).body(placed);
    }

    @GetMapping("/{id}")
    ResponseEntity<PlacedOrder> order(@PathVariable long id) {
        return ResponseEntity.of(orders.find(id));
    }

    @GetMapping
    List<PlacedOrder> ordersOf(@RequestParam String customer) {
        return orders.of(customer);
    }

    @GetMapping(path = "/{id}/receipt", produces = "text/plain")
    ResponseEntity<String> receipt(@PathVariable long id) {
        return ResponseEntity.of(receipts.read(id));
    }
}
