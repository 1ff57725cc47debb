package dev.parityguard.service.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.service.jdbc.PoolLook;
import dev.parityguard.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
    @Test
    void answersAreThoseOfAnEngineThatFoldsOnlyAscii() {
        Facts facts = PoolLook.at("jdbc:sqlite::memory:").facts();
        assertThat(facts.value("in_memory")).isEqualTo("yes");
        assertThat(facts.value("behaviour.like_ignores_case")).isEqualTo("yes");
        assertThat(facts.value("behaviour.like_ignores_case_unicode")).isEqualTo("no");
        assertThat(facts.value("behaviour.equality_ignores_case")).isEqualTo("no");
        assertThat(facts.value("behaviour.upper")).isEqualTo("STRAßE é I");
        assertThat(facts.value("behaviour.lower")).isEqualTo("É ПРИВІТ i");
        assertThat(facts.value("behaviour.rounding_cast")).isEqualTo("2");
        assertThat(facts.value("behaviour.identifier_length")).isEqualTo("300");
        assertThat(facts.value("behaviour.unknown_name_is_text")).isEqualTo("yes");
        assertThat(facts.value("compile_option.ENABLE_FTS5")).isEqualTo("yes");
        assertThat(facts.stream().map(fact -> fact.name())).noneMatch(name -> name.contains("THREADSAFE"));
    }

    @Test
    void pragmasAreThoseOfTheConnection(@TempDir Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("app.db");
        Facts plain = PoolLook.at(url).facts();
        Facts set = PoolLook.at(url + "?foreign_keys=true&busy_timeout=0&journal_mode=WAL")
                .facts();
        assertThat(plain.value("in_memory")).isEqualTo("no");
        assertThat(plain.value("setting.foreign_keys")).isEqualTo("0");
        assertThat(plain.value("setting.journal_mode")).isEqualTo("delete");
        assertThat(set.value("setting.foreign_keys")).isEqualTo("1");
        assertThat(set.value("setting.busy_timeout")).isEqualTo("0");
        assertThat(set.value("setting.journal_mode")).isEqualTo("wal");
    }

    @Test
    void fileThatIsNoDatabaseIsUnreachable(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("notes.txt"), "not a database, ".repeat(100));
        Target target = Target.url("jdbc:sqlite:" + file);
        assertThat(ProbeTrial.run(new SqliteProvider().probe(target), Duration.ofSeconds(30))
                        .observation())
                .isInstanceOf(Unreachable.class);
    }
}
