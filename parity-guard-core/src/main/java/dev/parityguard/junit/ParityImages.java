package dev.parityguard.junit;

import dev.parityguard.ParityGuard;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The container images that a profile asks for, so that tests run on production's versions. Knows the products of which an
 * official image exists for each version; needs no container library.
 */
public final class ParityImages {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){0,3}");

    private ParityImages() {}

    /**
     * The name of the image for a service of the profile in use, such as {@code postgres:16.4}.
     *
     * @throws IllegalArgumentException when the profile has no such service, or no image is known that answers like it
     */
    public static String of(String service) {
        return image(service).name();
    }

    /**
     * The image for a service of the profile in use, with the settings that make it answer like production.
     *
     * @throws IllegalArgumentException when the profile has no such service, or no image is known that answers like it
     */
    public static ParityImage image(String service) {
        try {
            return image(
                    ParityGuard.create()
                            .profile()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "there is no profile from which the image of " + service + " could be told")),
                    service);
        } catch (IOException e) {
            throw new UncheckedIOException("the profile cannot be read", e);
        }
    }

    /**
     * The image for a service of that profile.
     *
     * @throws IllegalArgumentException when the profile has no such service, or no image is known that answers like it
     */
    public static ParityImage image(Profile profile, String service) {
        ServiceExpectation expected = profile.services().get(service);
        if (expected == null) {
            throw new IllegalArgumentException("the profile " + profile.name() + " has no service " + service
                    + "; it has " + String.join(", ", profile.services().keySet()));
        }
        String product = only(service, expected, "product");
        Images images = Images.known();
        String template = images.image(product);
        if (template == null) {
            throw new IllegalArgumentException("no image is known that answers like " + service + ", which is "
                    + product + " of the kind " + expected.kind() + "; known are "
                    + String.join(", ", images.products()));
        }
        String version = only(service, expected, "version");
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "the version of " + service + ", " + version + ", is none that an image could be tagged with");
        }
        return ParityImage.of(
                template.replace("{version}", version),
                images.environment(product, expected.facts()),
                images.command(product, expected.facts()));
    }

    private static String only(String service, ServiceExpectation expected, String fact) {
        List<String> values = expected.facts().getOrDefault(fact, List.of());
        if (values.size() == 1) {
            return values.get(0);
        }
        throw new IllegalArgumentException(
                values.isEmpty()
                        ? "the profile does not tell the " + fact + " of " + service + ": capture it in production"
                        : "production has several: the " + fact + " of " + service + " is "
                                + String.join(" or ", values) + "; choose one of them by hand");
    }
}
