package dev.parityguard.matching;

import dev.parityguard.target.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Where the services of an application are, and which of them are in doubt. Immutable. */
public final class MatchedServices {
    /** What to do about a doubt. */
    public static final String REMEDY =
            "Say it in the configuration, or name the clients as the profile names the services.";

    /** Nothing is known of any service. */
    public static final MatchedServices NONE = new MatchedServices(Map.of(), new TreeMap<>());

    private final Map<String, Supplier<Target>> targets;
    private final SortedMap<String, String> doubts;

    MatchedServices(Map<String, Supplier<Target>> targets, SortedMap<String, String> doubts) {
        this.targets = new LinkedHashMap<>(targets);
        this.doubts = Collections.unmodifiableSortedMap(new TreeMap<>(doubts));
    }

    /**
     * Tells how to look at each service, as soon as its client is there; a service in doubt is {@link Target#missing} with
     * the reason. Clients are asked on the calling thread, those first whose services are slowest to answer.
     */
    public void tell(BiConsumer<String, Target> found) {
        targets.forEach((service, target) -> found.accept(service, target.get()));
    }

    /** Why nobody knows which client is meant, by name of the service; the configuration has to say. */
    public SortedMap<String, String> doubts() {
        return doubts;
    }

    /** All doubts in words, one line each, for a start that is refused because of them. */
    public String doubtsText() {
        StringJoiner text = new StringJoiner("\n  ", "Parity Guard cannot tell where services are:\n  ", "");
        doubts.forEach((service, reason) -> text.add(service + ": " + reason));
        return text.toString();
    }
}
