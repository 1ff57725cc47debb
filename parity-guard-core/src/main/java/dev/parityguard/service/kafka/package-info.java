/** Looks at clusters that speak Kafka's protocol: Apache Kafka, Redpanda, Event Hubs and their like. */
@NullMarked
package dev.parityguard.service.kafka;

import org.jspecify.annotations.NullMarked;
