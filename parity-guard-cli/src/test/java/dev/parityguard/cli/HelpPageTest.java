package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page shows what {@code --help} says, whole; {@code -Dparityguard.docs.rewrite=true} rewrites it. */
class HelpPageTest {
    private static final Path PAGE = Path.of("..", "docs", "cli.md");
    private static final Pattern HELP =
            Pattern.compile("(<!-- help: ([a-z ]+) -->\\n```text\\n)(.*?)(```\\n)", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^ *(?:\\$ )?parity-guard ([a-z]+(?: (?:check|write))?)(.*)$");

    @Test
    void pageShowsWhatTheHelpSays() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> shown = new TreeSet<>();
        String current = HELP.matcher(page).replaceAll(block -> {
            shown.add(block.group(2));
            return Matcher.quoteReplacement(block.group(1) + help(block.group(2)) + block.group(4));
        });
        if (Boolean.getBoolean("parityguard.docs.rewrite")) {
            Files.writeString(PAGE, current);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(current);
        assertThat(shown).containsAll(commands());
    }

    @Test
    void examplesOfThePageAndOfTheHelpAreCommands() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        int examples = 0;
        while (example.find()) {
            examples++;
            CommandLine commands = Main.commandLine(new PrintWriter(System.out), new PrintWriter(System.err));
            String words = (example.group(1) + example.group(2))
                    .replaceFirst("\\s+#.*", "")
                    .replaceFirst("\\s*\\\\$", "")
                    .replaceFirst("\\s*>.*", "")
                    .replace("'", "");
            boolean continued = example.group(2).endsWith("\\");
            if (!continued) {
                assertThat(commands.parseArgs(words.split(" +")).errors())
                        .as(words)
                        .isEmpty();
            }
        }
        assertThat(examples).isGreaterThan(15);
    }

    private static String help(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        return Cli.here(words.toArray(String[]::new)).out();
    }

    private static Set<String> commands() {
        Set<String> commands = new TreeSet<>(Main.commandLine(new PrintWriter(System.out), new PrintWriter(System.err))
                .getSubcommands()
                .keySet());
        commands.removeAll(Set.of("completion", "compose"));
        commands.addAll(Set.of("compose check", "compose write"));
        return commands;
    }
}
