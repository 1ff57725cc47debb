package dev.parityguard.servers;

/** A server that is a process of its own. */
abstract sealed class ProcessServer implements BackingServer
        permits KafkaServer,
                MysqlServer,
                PostgresServer,
                QpidServer,
                RabbitmqServer,
                RedisServer,
                S3Server,
                SearchServer {
    private final int port;
    private final ServerProcess process;

    ProcessServer(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    @Override
    public int port() {
        return port;
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
