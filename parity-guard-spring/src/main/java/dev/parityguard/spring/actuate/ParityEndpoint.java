package dev.parityguard.spring.actuate;

import dev.parityguard.fact.Mode;
import dev.parityguard.report.ReportJson;
import dev.parityguard.spring.ParityCheck;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * The newest report, and what a capture would write now. Closed unless the application gives access and exposes it. Writes
 * the documented JSON itself, so that how the application configures its own JSON changes nothing of it.
 */
@Endpoint(id = "parity", defaultAccess = Access.NONE)
final class ParityEndpoint {
    private static final String JSON = "application/json";
    private static final String PROFILE = "profile";

    private final ParityCheck check;
    private final ReentrantLock capturing = new ReentrantLock();

    ParityEndpoint(ParityCheck check) {
        this.check = check;
    }

    /** The newest report, at once, whoever looks at that moment; null before the first. */
    @ReadOperation(produces = JSON)
    @Nullable
    String report() {
        return check.lastReport().get().map(ReportJson::of).orElse(null);
    }

    /** For {@code profile}: looks, and gives the profile that a capture would write. Nothing is written. */
    @ReadOperation(produces = JSON)
    @Nullable
    WebEndpointResponse<String> part(@Selector String part) throws IOException {
        if (!part.equals(PROFILE)) {
            return null;
        }
        if (isOff()) {
            return unavailable("the guard is off");
        }
        if (!capturing.tryLock()) {
            return unavailable("a capture is under way");
        }
        try {
            return new WebEndpointResponse<>(check.captureText());
        } finally {
            capturing.unlock();
        }
    }

    private boolean isOff() {
        return check.lastReport()
                .get()
                .filter(report -> report.mode() == Mode.OFF)
                .isPresent();
    }

    private static WebEndpointResponse<String> unavailable(String why) {
        return new WebEndpointResponse<>(
                "{ \"error\": \"" + why + "\" }\n", WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
    }
}
