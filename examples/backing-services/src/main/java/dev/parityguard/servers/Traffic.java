package dev.parityguard.servers;

/**
 * What went through a {@link FaultProxy}.
 *
 * @param turns how often the client got data after it had sent some: the round trips that it can have waited for,
 *     without the one of the TCP connect. Under a delay this is exact; without one, a server that answers the first of
 *     several requests before the second has arrived is counted once more.
 * @param bytesToServer what the clients sent
 * @param bytesToClient what the clients got
 */
public record Traffic(int turns, long bytesToServer, long bytesToClient) {

    static final Traffic NONE = new Traffic(0, 0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(
                turns + other.turns, bytesToServer + other.bytesToServer, bytesToClient + other.bytesToClient);
    }
}
