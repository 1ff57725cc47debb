package dev.parityguard.service.mysql;

import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.MysqlServerBuilder;
import dev.parityguard.service.mysql.MysqlLook.Driver;

class MysqlPoolContractTest extends MysqlContract {
    @Override
    MysqlServerBuilder builder() {
        return MysqlServer.mysql("8.0");
    }

    @Override
    Driver driver() {
        return Driver.CONNECTOR_J;
    }

    @Override
    String url(String host, int port, boolean tls) {
        return "jdbc:mysql://" + host + ":" + port + "/?connectTimeout=2000&socketTimeout=5000&sslMode="
                + (tls ? "REQUIRED" : "DISABLED");
    }
}
