package dev.parityguard.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The programs of one MySQL or MariaDB.
 *
 * @param directory holds {@code bin}, {@code libs} and {@code share}
 */
record MysqlInstallation(MysqlServer.Product product, String version, Path directory) {

    private static final Pattern LIBRARY = Pattern.compile(".*/linux/(libs/libaio\\.so\\.1)");
    private static final Pattern NEEDED = Pattern.compile(
            ".*/linux/(bin/(?:mysqld|mariadbd)|libs/libaio\\.so\\.1"
                    + "|share/english/errmsg\\.sys|share/charsets/[^/]+\\.xml|share/[a-z]+_(?:system|performance)_tables[a-z_]*\\.sql)");

    static MysqlInstallation of(MysqlServer.Product product, InstalledServers.InstalledServer server)
            throws IOException, InterruptedException {
        Path directory = DirectoryCache.get(
                product.engine() + "-" + server.version(), target -> unpack(product, server.path(), target));
        return new MysqlInstallation(product, server.version(), directory);
    }

    /** A data directory as the server makes it; not to be changed, only to be copied. */
    Path template(String lowerCaseTableNames) throws IOException, InterruptedException {
        String name = String.join(
                "-", product.engine(), version, "data", System.getProperty("user.name"), lowerCaseTableNames);
        return DirectoryCache.get(name, target -> initialise(target, lowerCaseTableNames));
    }

    /** The server's command, to which more options can be added. */
    List<String> command(Path data, String lowerCaseTableNames) {
        Path mariadb = directory.resolve("bin/mariadbd");
        Path program = Files.exists(mariadb) ? mariadb : directory.resolve("bin/mysqld");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--basedir=" + directory,
                "--datadir=" + data,
                "--lc-messages-dir=" + directory.resolve("share"),
                "--character-sets-dir=" + directory.resolve("share/charsets"),
                "--lower-case-table-names=" + lowerCaseTableNames,
                "--innodb-log-file-size=8M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        if (product == MysqlServer.Product.MYSQL && version.startsWith("8.")) {
            // A second port, and a way to log in without TLS for which every client needs an option.
            command.addAll(List.of("--mysqlx=OFF", "--default-authentication-plugin=mysql_native_password"));
        }
        return command;
    }

    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", directory.resolve("libs").toString());
    }

    private static void unpack(MysqlServer.Product product, Path jar, Path target) throws IOException {
        if (product == MysqlServer.Product.MARIADB) {
            Archives.unpackFiles(jar, NEEDED, target);
        } else {
            Archives.unpackTar(jar, target);
            // MySQL needs a library that not every system has; this MariaDB brings it.
            Archives.unpackFiles(InstalledServers.find("mariadb", "10.2").path(), LIBRARY, target);
        }
    }

    private void initialise(Path data, String lowerCaseTableNames) throws IOException, InterruptedException {
        List<String> command = command(data, lowerCaseTableNames);
        command.add(product == MysqlServer.Product.MYSQL ? "--initialize-insecure" : "--bootstrap");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Path tables = Files.createTempFile("system-tables", ".sql");
        try {
            Files.writeString(tables, product == MysqlServer.Product.MYSQL ? "" : systemTables());
            Process process = builder.redirectInput(tables.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerStartException(
                        "making the files of " + product.title() + " " + version + " failed:\n" + output);
            }
        } finally {
            Files.delete(tables);
        }
    }

    /** What MariaDB's own script feeds to the server. */
    private String systemTables() throws IOException {
        String prefix = Files.exists(directory.resolve("share/mariadb_system_tables.sql")) ? "mariadb" : "mysql";
        StringBuilder sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        for (String part : List.of("system_tables", "performance_tables", "system_tables_data")) {
            sql.append(Files.readString(directory.resolve("share/" + prefix + "_" + part + ".sql")));
        }
        return sql.toString();
    }
}
