package dev.parityguard.servers;

/**
 * A server of its own on a free loopback port: a process, or a stub of this JVM where none can be had. It ends with
 * {@link #close()}, or with this JVM, however that ends. Instances may be used by several threads.
 */
public sealed interface BackingServer extends AutoCloseable permits MongoStub, ProcessServer, SearchStub {

    /** The loopback address that the server listens on. */
    default String host() {
        return "127.0.0.1";
    }

    /** The TCP port that the server listens on. */
    int port();

    /** Whether the server's process is there. */
    boolean isRunning();

    /** Ends the server at once, without a goodbye to its clients. Its files stay until {@link #close()}. */
    void kill();

    /** Stops the server's processes from running: connections stay open and nothing answers. */
    void freeze();

    /** Lets a {@linkplain #freeze() frozen} server run again. */
    void thaw();

    /** Stops the server and deletes its files. Does nothing the second time. */
    @Override
    void close();
}
