/** A small Quarkus service: orders in PostgreSQL, a queue in Redis, receipts in object storage. */
@NullMarked
package dev.parityguard.examples.quarkus;

import org.jspecify.annotations.NullMarked;
