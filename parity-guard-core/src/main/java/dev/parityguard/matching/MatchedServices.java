package dev.parityguard.matching;

import dev.parityguard.target.Target;
import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Where the services of an application are. Immutable.
 *
 * @param targets how to look at each, by service name; a service in doubt is {@link Target#missing} with the reason
 * @param doubts why nobody knows which client is meant, by name of the service; the configuration has to say
 */
public record MatchedServices(SortedMap<String, Target> targets, SortedMap<String, String> doubts) {
    /** What to do about a doubt. */
    public static final String REMEDY =
            "Say it in the configuration, or name the clients as the profile names the services.";

    /** Nothing is known of any service. */
    public static final MatchedServices NONE = new MatchedServices(new TreeMap<>(), new TreeMap<>());

    public MatchedServices {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        doubts = Collections.unmodifiableSortedMap(new TreeMap<>(doubts));
    }

    /** All doubts in words, one line each, for a start that is refused because of them. */
    public String doubtsText() {
        StringJoiner text = new StringJoiner("\n  ", "Parity Guard cannot tell where services are:\n  ", "");
        doubts.forEach((service, reason) -> text.add(service + ": " + reason));
        return text.toString();
    }
}
