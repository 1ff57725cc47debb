package dev.parityguard.fact;

/** The outcome of looking at one service: seen, not reached, or not looked at. Immutable. */
public sealed interface Observation permits Observed, Unreachable, NotProbed {}
