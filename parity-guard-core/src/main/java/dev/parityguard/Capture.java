package dev.parityguard;

import java.util.Map;

/**
 * What a capture did. Immutable.
 *
 * @param changed whether the profile's text is another one than before
 * @param services how many facts were captured, by service
 * @param missed why a service could not be captured, by service; the facts that the profile already had of it were kept
 */
public record Capture(boolean changed, Map<String, Integer> services, Map<String, String> missed) {}
