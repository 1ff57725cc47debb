package dev.parityguard.profile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Any bytes are read or refused; whatever is read can be captured into. */
class ProfileFuzzTest {
    private static final Profile.Captured CAPTURED = new Profile.Captured("fuzz", Instant.EPOCH, "fuzz");

    @FuzzTest
    void readerWhenAnyBytesThenReadsOrRefuses(byte[] bytes) {
        try {
            ProfileDocument document = ProfileReader.read(bytes, "fuzz");
            document.fingerprint();
            refresh(document);
        } catch (ProfileException e) {
            if (e.getMessage().length() > 2_000) {
                throw new AssertionError("not bounded: " + e.getMessage(), e);
            }
        }
    }

    private static void refresh(ProfileDocument document) {
        TreeMap<String, CapturedService> seen = new TreeMap<>();
        document.profile().services().forEach((name, service) -> seen.put(name, service(service.kind())));
        if (seen.size() < ProfileFormat.MAX_SERVICES) {
            seen.put("fuzz-added", service("fuzz"));
        }
        RefreshLaw.holds(document, CAPTURED, seen);
    }

    private static CapturedService service(String kind) {
        return new CapturedService(kind, new TreeMap<>(Map.of("version", "1")), List.of(), null, null, new TreeMap<>());
    }
}
