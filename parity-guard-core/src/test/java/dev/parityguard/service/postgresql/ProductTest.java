package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded answers: most of these products cannot be started here. */
class ProductTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PostgreSQL 16.15 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit | 16.15 | postgresql | 16.15
            PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64 | 15.18 (Debian 15.18-0+deb12u1) | postgresql | 15.18
            PostgreSQL 18beta1 on x86_64 | 18beta1 | postgresql | 18
            CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27) | 13.0.0 | cockroachdb | 23.1.11
            PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64-pc-linux-gnu | 11.2-YB-2.20.1.0-b0 | yugabytedb | 2.20.1.0
            PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0.12103 | 8.0.2 | redshift | 1.0.12103
            PostgreSQL 9.4.24 (Greenplum Database 6.8.1 build commit:7118e8a) | 9.4.24 | greenplum | 6.8.1
            CrateDB 5.6.1 (built 1234567/NA, Linux) | 14.0 | cratedb | 5.6.1
            PostgreSQL 13.14.0-RisingWave-1.10.0 (abc) | 13.14.0 | risingwave | 1.10.0
            PostgreSQL 8.2.23 server protocol using H2 2.4.240 (2025-09-22) | 8.2.23 | h2 | 2.4.240
            PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB | 11.3 | questdb | 11.3""")
    void whoAnswersIsToldByItsOwnWords(String versionText, String serverVersion, String name, String version) {
        assertThat(Product.of(versionText, serverVersion)).isEqualTo(new Product(name, version));
    }

    @Test
    void versionWithoutNumbersIsKeptAsItIs() {
        assertThat(Product.of("something", "unversioned")).isEqualTo(new Product("postgresql", "unversioned"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none, false, self-managed
            rds_superuser, false, rds
            rds_superuser, true, aurora
            'alloydbsuperuser,cloudsqlsuperuser', false, alloydb
            cloudsqlsuperuser, false, cloud-sql
            azure_pg_admin, false, azure
            neon_superuser, false, neon
            supabase_admin, false, supabase""")
    void platformIsToldByItsRoles(String roles, boolean aurora, String platform) {
        assertThat(Platform.of(roles, aurora)).isEqualTo(platform);
    }
}
