package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import org.jspecify.annotations.Nullable;

/** Which JVM this is, and the properties that change what it does. */
final class VirtualMachine {
    private static final String[] SETTINGS = {
        "java.awt.headless",
        "java.locale.providers",
        "java.net.preferIPv4Stack",
        "java.net.preferIPv6Addresses",
        "jdk.tls.client.protocols"
    };

    private VirtualMachine() {}

    static void tell(Host host, Facts.Builder facts) {
        facts.put("product", product(host.property("java.vm.name")));
        facts.put("version", host.property("java.version"));
        facts.put("vendor", host.property("java.vendor"));
        facts.putFlag("single_processor", host.processors() == 1);
        for (String setting : SETTINGS) {
            String value = host.property(setting);
            facts.put("setting.".concat(setting), value == null ? "not set" : value);
        }
    }

    /** {@code OpenJDK 64-Bit Server VM} is HotSpot too. */
    private static String product(@Nullable String name) {
        if (name == null) {
            return "unknown";
        }
        if (name.contains("OpenJ9")) {
            return "openj9";
        }
        if (name.contains("Substrate")) {
            return "native image";
        }
        return name.contains("OpenJDK") || name.contains("HotSpot") ? "hotspot" : name;
    }
}
