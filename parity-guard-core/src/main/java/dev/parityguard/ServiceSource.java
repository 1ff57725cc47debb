package dev.parityguard;

import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Finds the services of an application once it is known what the profile expects, as a framework does that holds clients
 * and has to tell which of them stands for which service. Asked on the thread that runs the guard, at every run and every
 * capture, and not at all when the mode is {@code off}.
 */
@FunctionalInterface
public interface ServiceSource {
    /**
     * Tells where services are found, by the name they have in the profile. Each is looked at from the moment it is told, so
     * tell first what is at hand and last what takes long to make; of two with one name the first counts. A service that is
     * expected but cannot be found without doubt is a {@link Target#missing} with the reason; one that is left out is looked
     * for at its URL in the profile.
     *
     * @param expected what the profile expects, by service name; empty without a profile
     * @param found is told each service
     */
    void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found);
}
