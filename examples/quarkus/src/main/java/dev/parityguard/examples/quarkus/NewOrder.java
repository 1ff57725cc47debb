package dev.parityguard.examples.quarkus;

/** What somebody wants to order. */
public record NewOrder(String goods) {}
