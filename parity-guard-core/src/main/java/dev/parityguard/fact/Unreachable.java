package dev.parityguard.fact;

/**
 * The service did not answer: refused, timed out, wrong credentials, or it spoke something else.
 *
 * @param cause what stood in the way
 * @param reason one sentence for a person, without secrets
 */
public record Unreachable(Unknown.Cause cause, String reason) implements Observation {}
