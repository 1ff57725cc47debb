package dev.parityguard.probe;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Brings one kind of service to the guard. Found by {@link java.util.ServiceLoader}; needs a public constructor without
 * parameters. Must name no type of an optional driver in a field, a signature or a lambda, so that loading it can never
 * break an application that does not have the driver. Called by one thread at a time.
 */
public interface ProbeProvider {
    /** The protocol family, spelled as OpenTelemetry's {@code db.system.name} or {@code messaging.system}. */
    String kind();

    /** What is known of this kind's facts. Loaded when first asked for. */
    FactCatalogue catalogue();

    /** The accepted handles and URLs as a person reads them, for example {@code an S3Client, s3://bucket}. */
    String accepted();

    /** Whether this provider can look at that target. Must not connect. */
    boolean accepts(Target target);

    /**
     * The name of the service as which this kind is looked at in every run although nobody names it: what the process
     * itself stands on, {@link Target#process()}. Null for a kind that needs a target.
     */
    default @Nullable String processService() {
        return null;
    }

    /** Whether a class that the probe needs is on the class path. It is not initialised. */
    default boolean isPresent(String type) {
        try {
            Class.forName(type, false, getClass().getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The probe for a target that was accepted. Must not connect; an exception becomes an unknown finding. */
    Probe probe(Target target);
}
