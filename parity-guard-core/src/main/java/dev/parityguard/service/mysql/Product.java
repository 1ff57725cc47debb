package dev.parityguard.service.mysql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who really answers. A pure function of what the server says of itself.
 *
 * @param name the product; {@code mysql} for MySQL itself wherever it is hosted
 * @param version its own version, as numbers
 */
record Product(String name, String version) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    /** Products by a pattern of {@code version()} whose group is their own version. */
    private static final List<Other> OTHERS = List.of(
            // "10.11.5-MariaDB", and "5.5.5-10.2.11-MariaDB" with what replication to old clients demanded.
            new Other("mariadb", "^(?:5\\.5\\.5-)?([0-9.]+).*-MariaDB"),
            // "8.0.11-TiDB-v7.5.0": documentation.
            new Other("tidb", "-TiDB-v?([0-9.]+)"),
            // "5.7.25-OceanBase-v4.2.1.0": documentation.
            new Other("oceanbase", "-OceanBase[A-Za-z_-]*-v?([0-9.]+)"),
            // "8.0.30-Vitess": documentation. It does not tell its own version.
            new Other("vitess", "^([0-9.]+)-[Vv]itess"));

    private record Other(String name, Pattern pattern) {
        Other(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }
    }

    /** Reads the variables {@code version} and, where SingleStore has it, {@code memsql_version}. */
    static Product of(Variables variables) {
        String singlestore = variables.session("memsql_version");
        if (singlestore != null) {
            return new Product("singlestore", numbers(singlestore));
        }
        String version = String.valueOf(variables.session("version"));
        for (Other other : OTHERS) {
            Matcher marker = other.pattern().matcher(version);
            if (marker.find()) {
                return new Product(other.name(), numbers(marker.group(1)));
            }
        }
        return new Product("mysql", numbers(version));
    }

    private static String numbers(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.find() ? numbers.group() : version;
    }
}
