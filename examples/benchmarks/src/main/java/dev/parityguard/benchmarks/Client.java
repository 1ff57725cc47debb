package dev.parityguard.benchmarks;

import dev.parityguard.target.Target;

/** A client of an application, open and warm after one question. */
interface Client extends AutoCloseable {
    /** Asks the one cheap question that an application's own start asks. */
    void ask() throws Exception;

    /** Where the guard finds the service. */
    Target target();

    @Override
    void close();
}
