package dev.parityguard.servers;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Formats the storage of a Kafka and starts it, in a process of its own. By reflection, since its jars are on the class path
 * of that process only.
 */
final class KafkaLauncher {
    private KafkaLauncher() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        String configuration = arguments[0];
        byte[] identity = new byte[16];
        new SecureRandom().nextBytes(identity);
        identity[0] &= 0x3f; // Written down, it must not begin with a hyphen.
        String cluster = Base64.getUrlEncoder().withoutPadding().encodeToString(identity);
        Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, new String[] {"format", "-t", cluster, "-c", configuration}, System.out);
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {configuration});
    }
}
