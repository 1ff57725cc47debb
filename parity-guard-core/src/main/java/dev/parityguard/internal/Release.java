package dev.parityguard.internal;

/** Which release of the library this is. */
final class Release {
    private Release() {}

    /** For example {@code parity-guard 0.1.0}; {@code parity-guard} alone where no jar's manifest tells. */
    static String current() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "parity-guard" : "parity-guard " + version;
    }
}
