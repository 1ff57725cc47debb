package dev.parityguard.examples.orders;

import java.io.Serializable;
import java.time.Instant;

/** An order as its customer sees it. Serializable, since it is cached outside of the process. */
record PlacedOrder(long id, String customer, String goods, int quantity, Instant placedAt) implements Serializable {}
