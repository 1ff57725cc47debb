package dev.parityguard.servers;

import java.util.Map;

/**
 * Starts Qpid Broker-J, whose own main class is in no jar, in a process of its own. By reflection, since its jars are on
 * the class path of that process only.
 */
final class QpidLauncher {
    /** Written once its virtual host takes connections, which is after its port does. */
    static final String STARTED = "Qpid Broker-J has started";

    private QpidLauncher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> launcher = Class.forName("org.apache.qpid.server.SystemLauncher");
        Object broker = launcher.getConstructor().newInstance();
        launcher.getMethod("startup", Map.class)
                .invoke(
                        broker,
                        Map.of(
                                "type",
                                "Memory",
                                "initialConfigurationLocation",
                                arguments[0],
                                "startupLoggedToSystemOut",
                                "true"));
        System.out.println(STARTED);
    }
}
