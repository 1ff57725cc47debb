package dev.parityguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what was given: one sentence, status 2, no stack trace. */
class BadInputTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "variables": { "DATABASE_URL": { "type": "uri" } },
              "services": { "orders-db": { "kind": "postgresql", "facts": { "version": "16.4" } } },
              "rules": []
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("good.json"), PROFILE);
        Files.writeString(folder.resolve("newer.json"), PROFILE.replace("\"format\": 1", "\"format\": 2"));
        Files.writeString(folder.resolve("broken.json"), PROFILE.replace("16.4\"", "16.4"));
        Files.writeString(folder.resolve("latin.json"), PROFILE, StandardCharsets.UTF_16);
        Files.writeString(folder.resolve("broken.env"), "GOOD=1\nthis is canary-secret\n");
        Files.writeString(folder.resolve("open.env"), "GOOD=1\nKEY=\"canary-secret\n");
        Files.writeString(folder.resolve("good.env"), "DATABASE_URL=jdbc:h2:mem:x\n");
        Files.createDirectory(folder.resolve("folder"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "check -p nowhere.json | nowhere.json: there is no such profile",
                "check -p folder | folder is a folder, not a profile",
                "check -p newer.json | newer.json:2:13 /format: this profile needs a newer parity-guard",
                "check -p broken.json | this is not JSON",
                "check -p latin.json | the profile is not written in UTF-8",
                "check -p good.json --env-file nowhere.env | nowhere.env: there is no such file or folder",
                "check -p good.json --env-file folder | folder",
                "check -p good.json --env-file broken.env | broken.env:2: this is no NAME=value",
                "check -p good.json --env-file open.env | open.env:2: a quote is never closed",
                "check -p good.json --deadline 0 | --deadline: a number of seconds between 0 and 3600 is expected",
                "check -p good.json --deadline soon | Invalid value for option '--deadline'",
                "check -p good.json -s a/b=redis://x | 'a/b' cannot be the name of a service",
                "check -p good.json -s orders-db | --service",
                "check -p good.json -s a=${NOWHERE} | the variable NOWHERE is not set",
                "check -p good.json -o pdf | 'pdf' is no format",
                "check -p good.json -o json= | the name of the file is missing",
                "check -p good.json -o json=nowhere/x.json | there is no folder",
                "check -p good.json --fail-on mistakes | Invalid value for option '--fail-on'",
                "chek | Unmatched argument",
                "check --enviroment x | Unknown option",
                "capture -p new.json | there is no service to look at",
                "capture -p good.json | there is no service to look at",
                "capture -p nowhere/new.json -s a=jdbc:h2:mem:x | there is no folder",
                "diff good.json | Missing required parameter: 'RIGHT'",
                "diff good.json nowhere.json | there is no such profile",
                "diff good.json folder | folder is a folder",
                "diff good.json good.env -p nowhere.json | nowhere.json",
                "explain nothing.like.this.exists | no kind of service has a fact nothing.like.this.exists",
                "explain -p good.json other/version | the profile has no service other",
                "waive -p good.json orders-db/version --reason r --owner o | Missing required option: '--until=DATE'",
                "waive -p good.json orders-db/version --reason r --owner o --until soon | 'soon' is no date",
                "waive -p good.json orders-db/version --reason r --owner o --until 2001-01-01 | has passed already",
                "waive -p good.json nobody/version --reason r --owner o --until 2999-01-01 | is about nothing in the profile",
                "waive -p good.json nonsense --reason r --owner o --until 2999-01-01 | a rule names service/fact",
                "env -p nowhere.json | nowhere.json: there is no such profile",
                "env -p good.json broken.env | broken.env:2: this is no NAME=value",
                "env good.env good.env good.env | one file of variables, or two",
                "rules -p broken.json | this is not JSON",
                "schema reports | Invalid value for positional parameter"
            })
    void inputThatIsBadIsOneSentence(String command, String sentence) {
        Cli.Result result = Cli.here(inFolder(command));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("parity-guard: ").contains(sentence).doesNotContain("\tat ", "canary");
        assertThat(result.err().lines().filter(line -> line.startsWith("parity-guard: ")))
                .hasSize(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void verboseTellsWhere() {
        assertThat(Cli.here(inFolder("check --verbose -p broken.json")).err()).contains("\tat ");
    }

    @Test
    void refusedCommandLeavesTheProfileAsItIs() throws IOException {
        Cli.here(inFolder("waive -p good.json nobody/version --reason r --owner o --until 2999-01-01"));

        assertThat(folder.resolve("good.json")).hasContent(PROFILE);
    }

    private String[] inFolder(String command) {
        return Arrays.stream(command.split(" "))
                .map(word -> word.matches("(json=)?(nowhere/|folder|[a-z]+\\.(json|env)).*")
                        ? word.replaceFirst("^(json=)?", "$1" + folder + "/")
                        : word)
                .toArray(String[]::new);
    }
}
