package dev.parityguard.cli.declared;

/** A file that cannot be understood at all: its message is one sentence that names the file. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String sentence) {
        super(sentence);
    }
}
