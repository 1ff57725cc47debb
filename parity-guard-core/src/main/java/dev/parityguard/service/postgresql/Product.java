package dev.parityguard.service.postgresql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who really answers. A pure function of what the server says of itself.
 *
 * @param name the product; {@code postgresql} for PostgreSQL itself wherever it is hosted
 * @param version its own version, as numbers
 */
record Product(String name, String version) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    /** Products that speak the protocol, by a pattern of {@code version()} that ends before their own version. */
    private static final List<Other> OTHERS = List.of(
            // "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27 …)": documentation.
            new Other("cockroachdb", "CockroachDB [A-Za-z ]*v?"),
            // "PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64 …": documentation.
            new Other("yugabytedb", "-YB-"),
            // "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC …, Redshift 1.0.12103": documentation.
            new Other("redshift", "Redshift "),
            // "PostgreSQL 9.4.24 (Greenplum Database 6.8.1 build commit:…)": documentation.
            new Other("greenplum", "Greenplum Database "),
            // "CrateDB 5.6.1 (built …)": documentation.
            new Other("cratedb", "CrateDB "),
            // "PostgreSQL 13.14.0-RisingWave-1.10.0 (…)": documentation.
            new Other("risingwave", "-RisingWave-"),
            // "PostgreSQL 9.5.0 on x86_64-unknown-linux-gnu (Materialize v0.99.0 (…))": documentation.
            new Other("materialize", "Materialize v?"),
            // "PostgreSQL 15.4 (EnterpriseDB Advanced Server 15.4.0) on …": documentation.
            new Other("edb-postgres-advanced", "EnterpriseDB Advanced Server "),
            // "(openGauss 3.0.0 build 02c14696) compiled at …": documentation.
            new Other("opengauss", "openGauss "),
            // "PostgreSQL 8.2.23 server protocol using H2 2.4.240 …".
            new Other("h2", "server protocol using H2 "),
            // "PostgreSQL 12.3, compiled by Visual C++ build 1914, 64-bit, QuestDB": it does not tell its own version.
            new Other("questdb", "QuestDB ?"));

    private record Other(String name, Pattern before) {
        Other(String name, String before) {
            this(name, Pattern.compile(before));
        }
    }

    /** Reads what {@code version()} and the parameter {@code server_version} say. */
    static Product of(String versionText, String serverVersion) {
        for (Other other : OTHERS) {
            Matcher marker = other.before().matcher(versionText);
            if (marker.find()) {
                Matcher numbers = NUMBERS.matcher(versionText).region(marker.end(), versionText.length());
                return new Product(other.name(), numbers.lookingAt() ? numbers.group() : numbers(serverVersion));
            }
        }
        return new Product("postgresql", numbers(serverVersion));
    }

    /** {@code 15.18 (Debian 15.18-0+deb12u1)} and {@code 18beta1} are {@code 15.18} and {@code 18}. */
    private static String numbers(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.find() ? numbers.group() : version;
    }
}
