package dev.parityguard.benchmarks;

/** An application that opens its clients, asks each one question, and ends. */
final class PlainStart {
    private PlainStart() {}

    /** Starts with the services named. */
    public static void main(String[] services) throws Exception {
        Clients clients = Clients.open(services, System.getenv());
        Footprint.print(0);
        clients.close();
    }
}
