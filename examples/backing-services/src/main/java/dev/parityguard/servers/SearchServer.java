package dev.parityguard.servers;

import java.net.URI;

/**
 * A real Elasticsearch or OpenSearch of one node with no security, in the smallest distribution that its makers publish
 * for tests: most analyzers, pipelines and scripts are missing there.
 */
public final class SearchServer extends ProcessServer {
    private final String version;

    SearchServer(String version, int port, ServerProcess process) {
        super(port, process);
        this.version = version;
    }

    /** Begins the set-up of an Elasticsearch of this version: {@code 8} means the newest 8 that is installed. */
    public static SearchServerBuilder elasticsearch(String version) {
        return new SearchServerBuilder("elasticsearch", "Elasticsearch", version);
    }

    /** Begins the set-up of an OpenSearch of this version. Release 3 needs Java 21 or newer. */
    public static SearchServerBuilder opensearch(String version) {
        return new SearchServerBuilder("opensearch", "OpenSearch", version);
    }

    /** The server's own version, such as {@code 8.19.21}. */
    public String version() {
        return version;
    }

    /** {@code http://host:port}. */
    public URI url() {
        return URI.create("http://" + host() + ":" + port());
    }
}
