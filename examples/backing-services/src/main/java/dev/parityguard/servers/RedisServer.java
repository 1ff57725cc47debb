package dev.parityguard.servers;

import java.util.List;
import java.util.Optional;

/** A real Redis server, without a password unless one is set up. */
public final class RedisServer extends ProcessServer {

    static final String ENGINE = "redis";

    private final String version;
    private final Optional<TlsFiles> tls;

    RedisServer(String version, int port, ServerProcess process, Optional<TlsFiles> tls) {
        super(port, process);
        this.version = version;
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

    /** {@code redis://host:port}, or {@code rediss://host:port} where the port speaks TLS. */
    public String url() {
        return (tls.isPresent() ? "rediss://" : "redis://") + host() + ":" + port();
    }

    /** The certificate to trust and its key, where TLS is on. */
    public Optional<TlsFiles> tls() {
        return tls;
    }
}
