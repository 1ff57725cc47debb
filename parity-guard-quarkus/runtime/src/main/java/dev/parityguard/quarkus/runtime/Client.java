package dev.parityguard.quarkus.runtime;

import dev.parityguard.target.Target;

/**
 * A client of the application.
 *
 * @param family what it can stand for
 * @param name its name in the configuration, {@value #DEFAULT} for the one without a name
 * @param target how to look through it
 */
record Client(Family family, String name, Target target) {
    static final String DEFAULT = "<default>";

    /** The name for a service that nobody named. */
    String serviceName() {
        if (!name.equals(DEFAULT)) {
            return name;
        }
        return switch (family) {
            case SQL -> "database";
            case REDIS -> "redis";
            case S3 -> "s3";
        };
    }

    @Override
    public String toString() {
        return family.client() + " '" + name + "'";
    }
}
