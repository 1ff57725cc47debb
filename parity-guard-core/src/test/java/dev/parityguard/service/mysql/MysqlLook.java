package dev.parityguard.service.mysql;

import dev.parityguard.fact.Observed;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.service.jdbc.PoolLook;

/** One look at a real server as an application's user, with either driver. */
public final class MysqlLook {
    /** A user that may log in and nothing more. */
    public static final String USER = "app";

    /** Its password. */
    public static final String PASSWORD = "canary-pw-5d10";

    /** The two drivers that both speak to both products. */
    public enum Driver {
        CONNECTOR_J("mysql", "sslMode=DISABLED&allowPublicKeyRetrieval=true"),
        MARIADB("mariadb", "sslMode=disable");

        private final String scheme;
        private final String options;

        Driver(String scheme, String options) {
            this.scheme = scheme;
            this.options = options;
        }
    }

    private MysqlLook() {}

    /** A look with Connector/J. */
    public static Observed at(MysqlServer server, String database) {
        return at(server, database, Driver.CONNECTOR_J, USER, PASSWORD);
    }

    /** A look as that user. */
    public static Observed at(MysqlServer server, String database, Driver driver, String user, String password) {
        String url = "jdbc:" + driver.scheme + "://" + server.host() + ":" + server.port() + "/" + database + "?"
                + driver.options;
        try (PoolLook look = PoolLook.through(url, user, password)) {
            return look.observed();
        }
    }
}
