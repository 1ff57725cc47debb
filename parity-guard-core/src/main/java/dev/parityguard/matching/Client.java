package dev.parityguard.matching;

import dev.parityguard.target.Target;
import java.util.function.Supplier;

/**
 * A client of the application.
 *
 * @param name what the framework calls it
 * @param service the name of the service that it is when nobody names one
 * @param kind what it is
 * @param primary whether the application takes it where it asks for none by name
 * @param target how to look through it; asked only when a service is looked at through it, on the thread that matches
 */
public record Client(String name, String service, ClientKind kind, boolean primary, Supplier<Target> target) {}
