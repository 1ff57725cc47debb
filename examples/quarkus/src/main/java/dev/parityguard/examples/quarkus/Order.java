package dev.parityguard.examples.quarkus;

/** What somebody has ordered. */
public record Order(long id, String goods) {}
