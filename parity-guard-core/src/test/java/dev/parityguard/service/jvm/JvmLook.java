package dev.parityguard.service.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at this process, at one that is started for it, or at this one in made-up surroundings. */
public final class JvmLook {
    private static final Duration TIME = Duration.ofSeconds(10);

    private JvmLook() {}

    /** This process. */
    public static Observed here() {
        return at(Host.here());
    }

    /** This process, with properties of the service. */
    public static Observed here(Map<String, String> properties) {
        return at(Host.here(), properties);
    }

    /** This process as it would see files that differ from the real ones. */
    public static Observed in(Path root) {
        Host here = Host.here();
        return at(new Host(root, here.properties(), here.environment(), here.processors(), here.maxHeap()));
    }

    static Observed at(Host host) {
        return at(host, Map.of());
    }

    static Observed at(Host host, Map<String, String> properties) {
        return new JvmProbe(host).observe(new ProbeContext() {
            @Override
            public Deadline deadline() {
                return Deadline.in(TIME);
            }

            @Override
            public void onCancel(AutoCloseable hook) {}

            @Override
            public @Nullable String property(String name) {
                return properties.get(name);
            }
        });
    }

    /** A process of its own with these variables, and nothing else of the locale or time zone, and these options. */
    public static Observed started(Path folder, Map<String, String> variables, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), JvmLook.class.getName()));
        Path output = folder.resolve("facts");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().remove("TZ");
        builder.environment().putAll(variables);
        Process process =
                builder.redirectError(folder.resolve("errors").toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("errors")))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
        Facts.Builder facts = Facts.builder();
        for (String line : Files.readAllLines(output)) {
            facts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return new Observed(JvmProbe.KIND, facts.build(), List.of());
    }

    /** Tells the facts of this process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Fact fact : here().facts()) {
            out.println(fact.name() + "=" + fact.value());
        }
    }
}
