package dev.parityguard.servers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a {@link FaultProxy} does to the connections that go through it. */
public sealed interface Fault {

    /** No fault: everything is forwarded at once. */
    record Pass() implements Fault {}

    /** Everything arrives later by this time, in each direction; nothing waits for what was sent before it. */
    record Delay(Duration oneWay) implements Fault {}

    /** Connections are accepted; what is sent is swallowed and nothing is answered. */
    record BlackHole() implements Fault {}

    /** The port is closed; connections that are open are cut. */
    record Refuse() implements Fault {}

    /** Connections are accepted and closed at once; connections that are open are cut. */
    record CloseImmediately() implements Fault {}

    /** The server's answers reach the client a few bytes at a time. */
    record Trickle(int bytes, Duration interval) implements Fault {}

    /** A connection is reset after so many bytes from the server to the client, counted from its beginning. */
    record CutAfter(long bytes) implements Fault {}

    /** Whatever the client sends first is answered with this text, then the connection is closed. */
    record Garbage(String text) implements Fault {}

    static Fault pass() {
        return new Pass();
    }

    /** Makes one round trip cost this much more. */
    static Fault delayPerRoundTrip(Duration roundTrip) {
        return new Delay(roundTrip.dividedBy(2));
    }

    static Fault blackHole() {
        return new BlackHole();
    }

    static Fault refuse() {
        return new Refuse();
    }

    static Fault closeImmediately() {
        return new CloseImmediately();
    }

    static Fault trickle(int bytes, Duration interval) {
        return new Trickle(bytes, interval);
    }

    static Fault cutAfter(long bytes) {
        return new CutAfter(bytes);
    }

    /** Answers with these characters, one byte each. */
    static Fault garbage(String text) {
        return new Garbage(text);
    }

    /** Answers as a web server does that cannot make sense of the request. */
    static Fault httpPage() {
        String body = "<html><body><h1>400 Bad Request</h1></body></html>";
        return garbage("HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: "
                + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** Whether a new connection is led on to the server. */
    default boolean reachesServer() {
        return !(this instanceof BlackHole
                || this instanceof Refuse
                || this instanceof CloseImmediately
                || this instanceof Garbage);
    }
}
