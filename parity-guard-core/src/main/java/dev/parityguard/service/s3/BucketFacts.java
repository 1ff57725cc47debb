package dev.parityguard.service.s3;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns answers into facts and unknowns. Used by one thread. */
final class BucketFacts {
    /** What only a write could show, so that it is known of known products only. */
    private static final List<String> NEED_A_WRITE = List.of(
            "behaviour.default_checksums",
            "behaviour.if_match",
            "behaviour.if_none_match",
            "behaviour.key_below_object");

    private final String bucket;
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();
    private ClientSettings client = new ClientSettings(null, ClientSettings.ALWAYS);
    private String host = "";
    private boolean keysOpen = true;

    BucketFacts(String bucket) {
        this.bucket = bucket;
    }

    Facts facts() {
        return facts.build();
    }

    List<Unknown> unknowns() {
        return unknowns;
    }

    void client(ClientSettings settings, URI sent) {
        client = settings;
        facts.put("client.region", settings.region(), "client");
        facts.put("client.request_checksums", settings.checksums(), "client");
        if (settings.checksums() == null) {
            unknowns.add(new Unknown("client.request_checksums", Cause.NOT_SUPPORTED, "AWS SDK 2.32 or newer"));
        }
        host = Objects.requireNonNullElse(sent.getHost(), "");
        boolean inHost = host.startsWith(bucket + ".");
        if (inHost || Objects.requireNonNullElse(sent.getPath(), "").startsWith("/" + bucket)) {
            facts.put("client.addressing_style", inHost ? "virtual-host" : "path", "client");
            facts.put("behaviour.address_served", "yes");
        }
        host = inHost ? host.substring(bucket.length() + 1) : host;
    }

    void hostNameNotServed() {
        facts.put("behaviour.address_served", "no");
    }

    void bucket(BucketAnswers answers) {
        Product product = Product.recognise(answers.signals(host));
        facts.put("product", product.name());
        facts.put("identity.bucket", Fingerprint.of(host + "/" + bucket));
        if (answers.redirects()) {
            region(answers);
            facts.put("behaviour.client_region_fits", "no");
            unknowns.add(new Unknown(
                    "setting.*", Cause.UNREADABLE, "a client of the bucket's own region: the store only redirects"));
        } else {
            facts.put("behaviour.client_region_fits", answers.read() ? "yes" : null);
            for (Map.Entry<BucketSetting, Answer> setting : answers.settings().entrySet()) {
                SettingReading.of(setting.getKey(), setting.getValue()).into(facts, unknowns);
            }
            region(answers);
        }
        behaviour(product);
    }

    /** The header counts more than the older question, and needs no right of its own. */
    private void region(BucketAnswers answers) {
        String header = answers.regionHeader();
        if (header != null && Words.isPlain(header)) {
            facts.put("region", BucketSetting.region(header));
            unknowns.removeIf(unknown -> unknown.fact().equals("region"));
        }
    }

    private void behaviour(Product product) {
        Map<String, String> known = product.behaviour();
        for (Map.Entry<String, String> behaviour : known.entrySet()) {
            facts.put(behaviour.getKey(), behaviour.getValue(), "documentation");
        }
        keysOpen = !known.containsKey(KeyLook.LETTER_CASE);
        String fit = checksumsFit(known.get("behaviour.default_checksums"));
        facts.put("behaviour.client_checksums_fit", fit);
        if (fit == null || !known.keySet().containsAll(NEED_A_WRITE)) {
            unknowns.add(new Unknown(
                    "behaviour.*",
                    Cause.NOT_SUPPORTED,
                    "conditional writes, checksums of uploads and keys below an object: only a write would show them"));
        }
    }

    private @Nullable String checksumsFit(@Nullable String ofTheStore) {
        if (ClientSettings.ONLY_WHEN_REQUIRED.equals(client.checksums()) || "accepted".equals(ofTheStore)) {
            return "yes";
        }
        return "rejected".equals(ofTheStore) && client.checksums() != null ? "no" : null;
    }

    /** Looks at the handling of keys where nothing is known of the product. */
    void keys(KeyLook look, Volley volley) throws InterruptedException {
        if (keysOpen) {
            look.look(volley, facts, unknowns);
        }
    }
}
