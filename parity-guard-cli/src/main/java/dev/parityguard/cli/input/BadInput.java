package dev.parityguard.cli.input;

/** Something that whoever gave the command can mend: told as one sentence. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in one sentence. */
    public BadInput(String sentence) {
        super(sentence);
    }

    /** What is wrong, in one sentence, and what told it. */
    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
