package dev.parityguard.report;

/** The application must not start: its message is the whole report as text. Has no cause and holds no secret. */
public final class ParityViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ParityReport report;

    /** Refuses with that report, whose text is the message. */
    public ParityViolationException(ParityReport report, String text) {
        super(text);
        this.report = report;
    }

    /** What was found. */
    public ParityReport report() {
        return report;
    }
}
