package dev.parityguard.servers;

import java.util.List;
import java.util.Optional;

/** A real Redis server, without a password unless one is set up. */
public final class RedisServer implements BackingServer {

    static final String ENGINE = "redis";

    private final String version;
    private final int port;
    private final ServerProcess process;
    private final Optional<TlsFiles> tls;

    RedisServer(String version, int port, ServerProcess process, Optional<TlsFiles> tls) {
        this.version = version;
        this.port = port;
        this.process = process;
        this.tls = tls;
    }

    /** Begins the set-up of a server of this version: {@code 7} means the newest 7 that is installed. */
    public static RedisServerBuilder version(String version) {
        return new RedisServerBuilder(InstalledServers.find(ENGINE, version));
    }

    /** The versions that are installed, oldest first. */
    public static List<String> availableVersions() {
        return InstalledServers.all(ENGINE).stream()
                .map(InstalledServers.InstalledServer::version)
                .toList();
    }

    /** The server's own version, such as {@code 7.4.1}. */
    public String version() {
        return version;
    }

    /** The port, which speaks TLS where {@link #tls()} is present and plain text otherwise. */
    @Override
    public int port() {
        return port;
    }

    /** {@code redis://host:port}, or {@code rediss://host:port} where the port speaks TLS. */
    public String url() {
        return (tls.isPresent() ? "rediss://" : "redis://") + host() + ":" + port;
    }

    /** The certificate to trust and its key, where TLS is on. */
    public Optional<TlsFiles> tls() {
        return tls;
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void freeze() {
        process.signalAll("STOP");
    }

    @Override
    public void thaw() {
        process.signalAll("CONT");
    }

    @Override
    public void close() {
        process.close();
    }
}
