package dev.parityguard.examples.orders;

/** An order as a customer asks for it. */
record NewOrder(String customer, String goods, int quantity) {
    NewOrder {
        if (customer.isBlank() || goods.isBlank() || quantity < 1) {
            throw new IllegalArgumentException("an order needs a customer, goods and a quantity of at least 1");
        }
    }
}
