/** Looks at brokers that speak AMQP 0-9-1: RabbitMQ, LavinMQ, Qpid Broker-J and their like. */
@NullMarked
package dev.parityguard.service.rabbitmq;

import org.jspecify.annotations.NullMarked;
