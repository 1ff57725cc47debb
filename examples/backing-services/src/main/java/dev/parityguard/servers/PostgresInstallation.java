package dev.parityguard.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The programs of one PostgreSQL, and whom they run as.
 *
 * @param directory holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresInstallation(Path directory, String version, ServerUser user) {

    static PostgresInstallation of(InstalledServers.InstalledServer server, ServerUser user)
            throws IOException, InterruptedException {
        Path directory = DirectoryCache.get(
                "postgresql-" + server.version(), user, target -> Archives.unpackTar(server.path(), target));
        return new PostgresInstallation(directory, server.version(), user);
    }

    static Path dataDirectory(Path serverDirectory) {
        return serverDirectory.resolve("data");
    }

    /** A data directory as {@code initdb} makes it; not to be changed, only to be copied. */
    Path template(List<String> initdbArguments) throws IOException, InterruptedException {
        String name =
                String.join("-", "postgresql", version, "data", System.getProperty("user.name"), hash(initdbArguments));
        return DirectoryCache.get(name, user, target -> initdb(target, initdbArguments));
    }

    ServerProcess start(Path serverDirectory) throws IOException, InterruptedException {
        Path data = dataDirectory(serverDirectory);
        user.own(serverDirectory);
        // INT asks for a fast shutdown; TERM would wait for the clients to leave.
        ServerProcess process = ServerProcess.start(
                "PostgreSQL " + version,
                "INT",
                serverDirectory,
                Map.of(),
                command("postgres", List.of("-D", data.toString())));
        try {
            process.await(() -> isReady(data));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
        return process;
    }

    /** From version 10 on the server writes its state on the eighth line of this file. */
    private static boolean isReady(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() >= 8
                && List.of("ready", "standby").contains(lines.get(7).trim());
    }

    /** Copies a running server's files so that a standby can start on them and stream the rest. */
    void backUp(Connection superuser, Path from, Path to) throws IOException, SQLException {
        boolean renamed = Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 15;
        String start = renamed ? "pg_backup_start('standby', true)" : "pg_start_backup('standby', true, false)";
        String stop = renamed ? "pg_backup_stop(false)" : "pg_stop_backup(false, false)";
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SELECT " + start);
            Directories.copy(from, to);
            Files.deleteIfExists(to.resolve("postmaster.pid"));
            try (ResultSet result = statement.executeQuery("SELECT labelfile FROM " + stop)) {
                result.next();
                Files.writeString(to.resolve("backup_label"), result.getString(1));
            }
        }
        Files.createFile(to.resolve("standby.signal"));
    }

    private void initdb(Path data, List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-D", data.toString(), "-U", PostgresServer.SUPERUSER));
        all.addAll(List.of("--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"));
        all.addAll(arguments);
        Process process = new ProcessBuilder(command("initdb", all))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new ServerStartException("initdb of PostgreSQL " + version + " failed:\n" + output);
        }
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static String hash(List<String> arguments) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", arguments).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
