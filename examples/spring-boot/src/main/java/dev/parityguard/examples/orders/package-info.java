/** A small Spring Boot service: orders in PostgreSQL, a cache in Redis, receipts in object storage. */
@NullMarked
package dev.parityguard.examples.orders;

import org.jspecify.annotations.NullMarked;
