package dev.parityguard.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One capture being written into one profile. */
final class Refresh {
    private final ProfileDocument document;
    private final String text;
    private final JsonValue.Mapping root;
    private final Layout layout;
    private final Edits edits;

    Refresh(ProfileDocument document) {
        this.document = document;
        this.text = document.text();
        this.root = document.root();
        this.layout = Layout.of(text, root);
        this.edits = new Edits(text, layout);
    }

    /** How what was seen joins what the profile says. */
    @FunctionalInterface
    interface Joining
            extends BiFunction<SortedMap<String, List<String>>, CapturedService, SortedMap<String, List<String>>> {}

    String write(Profile.Captured captured, SortedMap<String, CapturedService> services, Joining joining) {
        SortedMap<String, CapturedService> added = new TreeMap<>(services);
        document.profile().services().forEach((name, expected) -> {
            CapturedService seen = added.remove(name);
            if (seen != null) {
                checkKind(name, expected.kind(), seen.kind());
                writeFacts(name, expected.facts(), joining.apply(expected.facts(), seen));
            }
        });
        if (!added.isEmpty()) {
            addServices(added);
        }
        writeCaptured(captured);
        return edits.applied();
    }

    private void checkKind(String service, String expected, String seen) {
        if (!expected.equals(seen)) {
            throw new ProfileException(document.source() + ": the profile says that " + Source.quotable(service)
                    + " is of kind " + expected + ", and what answers is of kind " + seen
                    + "; change `kind` first, then capture again");
        }
    }

    private void writeFacts(String name, SortedMap<String, List<String>> old, SortedMap<String, List<String>> facts) {
        JsonValue.Mapping service = demanded(demanded(root, "services"), name);
        JsonValue.Mapping written = object(service, "facts");
        if (written == null) {
            edits.append(service, indentation -> Layout.member("facts", layout.facts(indentation, facts)));
        } else if (!facts.equals(old)) {
            edits.replace(written, layout.facts(Layout.indentation(text, written.start()), facts));
        }
    }

    private void addServices(SortedMap<String, CapturedService> added) {
        JsonValue.Mapping services = object(root, "services");
        if (services == null) {
            edits.append(root, indentation -> Layout.member("services", services(indentation, added)));
        } else if (services.members().isEmpty()) {
            edits.replace(services, services(Layout.indentation(text, services.start()), added));
        } else {
            added.forEach((name, service) ->
                    edits.append(services, indentation -> Layout.member(name, layout.service(indentation, service))));
        }
    }

    private String services(String indentation, SortedMap<String, CapturedService> services) {
        List<String> written = new ArrayList<>();
        services.forEach((name, service) ->
                written.add(Layout.member(name, layout.service(indentation + layout.unit(), service))));
        return layout.object(indentation, written);
    }

    /** Where no fact has changed, the older time stays: it is as true, and the file does not change. */
    private void writeCaptured(Profile.Captured captured) {
        JsonValue.Mapping old = object(root, "captured");
        if (old == null) {
            JsonValue.Member name = Objects.requireNonNull(root.members().get("name"), "every profile has a name");
            edits.insert(root, name.value().end(), indentation -> Layout.member("captured", Layout.captured(captured)));
        } else if (!edits.isEmpty()) {
            edits.replace(old, Layout.captured(captured));
        }
    }

    private static JsonValue.Mapping demanded(JsonValue.Mapping parent, String key) {
        return Objects.requireNonNull(object(parent, key), "what was read stands in the text");
    }

    private static JsonValue.@Nullable Mapping object(JsonValue.Mapping parent, String key) {
        JsonValue.Member member = parent.members().get(key);
        return member != null && member.value() instanceof JsonValue.Mapping object ? object : null;
    }
}
