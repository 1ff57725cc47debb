package dev.parityguard.servers;

/**
 * A real RabbitMQ with its management API. There is no Maven artifact of it: the operating system's package is used, or
 * the program that the system property {@code parityguard.rabbitmq} names.
 */
public final class RabbitmqServer extends ProcessServer {

    private final int managementPort;
    private final ServerProcess portMapper;

    RabbitmqServer(int port, int managementPort, ServerProcess process, ServerProcess portMapper) {
        super(port, process);
        this.managementPort = managementPort;
        this.portMapper = portMapper;
    }

    /** Begins the set-up of a server whose one user {@code guest} may do everything, unless definitions say otherwise. */
    public static RabbitmqServerBuilder installed() {
        return new RabbitmqServerBuilder();
    }

    /** The port of the management API, plain HTTP. */
    public int managementPort() {
        return managementPort;
    }

    @Override
    public void close() {
        super.close();
        portMapper.close();
    }
}
