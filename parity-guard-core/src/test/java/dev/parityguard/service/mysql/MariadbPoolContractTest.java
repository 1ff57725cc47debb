package dev.parityguard.service.mysql;

import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.MysqlServerBuilder;
import dev.parityguard.service.mysql.MysqlLook.Driver;

class MariadbPoolContractTest extends MysqlContract {
    @Override
    MysqlServerBuilder builder() {
        return MysqlServer.mariadb("10.11");
    }

    @Override
    Driver driver() {
        return Driver.MARIADB;
    }

    @Override
    String url(String host, int port, boolean tls) {
        return "jdbc:mariadb://" + host + ":" + port + "/?connectTimeout=2000&socketTimeout=5000&sslMode="
                + (tls ? "trust" : "disable");
    }
}
