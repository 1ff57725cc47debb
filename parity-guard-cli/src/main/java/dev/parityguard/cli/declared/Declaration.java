package dev.parityguard.cli.declared;

import java.util.List;

/**
 * What one file declares.
 *
 * @param file the file as it was named
 * @param services its containers and managed services, in their order
 * @param remarks what was met and not understood: told, so that nobody takes it for checked
 */
record Declaration(String file, List<Declared> services, List<Remark> remarks) {
    Declaration {
        services = List.copyOf(services);
        remarks = List.copyOf(remarks);
    }

    /** Something that was not understood, and where. */
    record Remark(String about, int line, String sentence) {}
}
