package dev.parityguard.cli;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A URL of MySQL or MariaDB, opened with MariaDB's driver, which speaks to both. */
final class MysqlUrl {
    private static final List<String> SCHEMES = List.of("mysql:", "mariadb:", "jdbc:mysql:", "jdbc:mariadb:");

    private MysqlUrl() {}

    static boolean isOne(String url) {
        return SCHEMES.stream().anyMatch(scheme -> url.regionMatches(true, 0, scheme, 0, scheme.length()));
    }

    /**
     * A pool of nothing: each connection is opened anew.
     *
     * @throws IllegalArgumentException when the URL cannot be read
     */
    static DataSource dataSource(String url, Duration deadline) throws SQLException {
        String rest = url.replaceFirst("^(?i)(jdbc:)?(mysql|mariadb):", "");
        URI uri = URI.create("mysql:" + rest);
        MariaDbDataSource dataSource = new MariaDbDataSource();
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("no host");
        }
        String host = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        String query = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
        dataSource.setUrl(
                "jdbc:mariadb://" + host + uri.getRawPath() + "?connectTimeout=" + deadline.toMillis() + query);
        String user = uri.getUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            dataSource.setUser(colon < 0 ? user : user.substring(0, colon));
            if (colon >= 0) {
                dataSource.setPassword(user.substring(colon + 1));
            }
        }
        return dataSource;
    }
}
