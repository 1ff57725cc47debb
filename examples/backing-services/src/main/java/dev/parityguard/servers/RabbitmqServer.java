package dev.parityguard.servers;

/**
 * A real RabbitMQ with its management API. There is no Maven artifact of it: the operating system's package is used, or
 * the program that the system property {@code parityguard.rabbitmq} names.
 */
public final class RabbitmqServer implements BackingServer {

    private final int port;
    private final int managementPort;
    private final ServerProcess process;
    private final ServerProcess portMapper;

    RabbitmqServer(int port, int managementPort, ServerProcess process, ServerProcess portMapper) {
        this.port = port;
        this.managementPort = managementPort;
        this.process = process;
        this.portMapper = portMapper;
    }

    /** Begins the set-up of a server whose one user {@code guest} may do everything, unless definitions say otherwise. */
    public static RabbitmqServerBuilder installed() {
        return new RabbitmqServerBuilder();
    }

    /** The port that speaks AMQP, in TLS where that is set up. */
    @Override
    public int port() {
        return port;
    }

    /** The port of the management API, plain HTTP. */
    public int managementPort() {
        return managementPort;
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
        portMapper.close();
    }
}
