package dev.parityguard.spring.boot3;

import java.util.Map;

/** What health tells of the newest report. Quick, since nothing is asked for it. Safe for use by several threads. */
public interface HealthView {
    /** The status and what stands beside it, of one and the same report. */
    Seen see();

    /**
     * One look at the newest report.
     *
     * @param status the code of a health status, such as {@code UP}
     * @param details told only to whom the application lets see them; no value of a fact or a variable
     */
    record Seen(String status, Map<String, Object> details) {}
}
