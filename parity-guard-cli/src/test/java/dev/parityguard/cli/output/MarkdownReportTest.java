package dev.parityguard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void reportIsAHeadlineAndATable() {
        assertThat(MarkdownReport.of(Reports.mixed())).isEqualTo("""
                **Parity Guard: orders does not match profile "orders" (captured from production, 2026-11-21): 1 error, 1 warning, 2 unknown, 61 facts agree, 1 waived, 1 note.**

                | | service | fact | expected | actual | what to do |
                |---|---|---|---|---|---|
                | error | queue | `redis.maxmemory_policy` | `noeviction` | `` all`keys\\|-lru `` | a queue loses jobs \\<without\\> a word; fix: set it & look again (team\\_orders) |
                | unknown | queue | `redis.reachable` |  |  | a queue loses jobs \\<without\\> a word; fix: set it & look again (team\\_orders) |
                | warning | queue | `redis.tls` | `yes` | `absent` | a queue loses jobs \\<without\\> a word; fix: set it & look again (team\\_orders) |
                | unknown | queue | `redis.databases` |  |  | a queue loses jobs \\<without\\> a word; fix: set it & look again (team\\_orders) |
                | waived | queue | `redis.module.search` | `2.8` | `absent` | search is stubbed \\| \\<locally\\> (team-search, until 2027-01-31) (team\\_orders) |
                | note | queue | `redis.not-in-profile` |  | `]]> </script><b>\\u0007\\u202e é` | a queue loses jobs \\<without\\> a word; fix: set it & look again (team\\_orders) |
                """);
    }

    @Test
    void reportWhenThousandsDifferThenIsBoundedAndSaysSo() {
        assertThat(MarkdownReport.of(Reports.many(5000)))
                .endsWith("\nand 4900 more\n")
                .hasSizeLessThan(60_000);
    }
}
