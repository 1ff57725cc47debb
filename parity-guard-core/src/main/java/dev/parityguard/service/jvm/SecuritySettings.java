package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import java.security.Security;

/** What the JVM's security properties say of TLS, of names, and of who computes. */
final class SecuritySettings {
    private static final String TTL = "networkaddress.cache.ttl";

    private SecuritySettings() {}

    static void tell(Host host, Facts.Builder facts) {
        facts.put("security_provider", Security.getProperty("security.provider.1"));
        facts.put("tls.disabled_algorithms", Security.getProperty("jdk.tls.disabledAlgorithms"));
        String seconds = Security.getProperty(TTL);
        if (seconds == null || seconds.isBlank()) {
            seconds = host.property("sun.net.inetaddr.ttl");
        }
        facts.put("setting.".concat(TTL), seconds == null ? "not set" : seconds.strip());
    }
}
