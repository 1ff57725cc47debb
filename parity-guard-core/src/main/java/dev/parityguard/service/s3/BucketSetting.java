package dev.parityguard.service.s3;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One setting of a bucket: which question reads it, what the right answer looks like, what it means. */
enum BucketSetting {
    VERSIONING("setting.versioning", "versioning", "s3:GetBucketVersioning", "VersioningConfiguration", "off"),
    OBJECT_LOCK(
            "setting.object_lock",
            "object-lock",
            "s3:GetBucketObjectLockConfiguration",
            "ObjectLockConfiguration",
            "off"),
    ENCRYPTION(
            "setting.encryption",
            "encryption",
            "s3:GetEncryptionConfiguration",
            "ServerSideEncryptionConfiguration",
            "none"),
    OBJECT_OWNERSHIP(
            "setting.object_ownership",
            "ownershipControls",
            "s3:GetBucketOwnershipControls",
            "OwnershipControls",
            "none"),
    LIFECYCLE("setting.lifecycle", "lifecycle", "s3:GetLifecycleConfiguration", "LifecycleConfiguration", "none"),
    PUBLIC_ACCESS_BLOCK(
            "setting.public_access_block",
            "publicAccessBlock",
            "s3:GetBucketPublicAccessBlock",
            "PublicAccessBlockConfiguration",
            "none"),
    CORS("setting.cors", "cors", "s3:GetBucketCORS", "CORSConfiguration", "no"),
    REGION("region", "location", "s3:GetBucketLocation", "LocationConstraint", "us-east-1");

    private static final Set<String> ACTIONS = Set.of(
            "AbortIncompleteMultipartUpload",
            "Expiration",
            "NoncurrentVersionExpiration",
            "NoncurrentVersionTransition",
            "Transition");

    final String fact;
    final String subResource;
    final String action;
    final String root;
    /** What holds where nothing was configured. */
    final String otherwise;

    BucketSetting(String fact, String subResource, String action, String root, String otherwise) {
        this.fact = fact;
        this.subResource = subResource;
        this.action = action;
        this.root = root;
        this.otherwise = otherwise;
    }

    /** Whether a right answer to one of the questions has that root element. */
    static boolean hasRoot(String root) {
        for (BucketSetting setting : values()) {
            if (setting.root.equals(root)) {
                return true;
            }
        }
        return false;
    }

    /** The value in a document whose root is the right one. */
    String value(XmlElement document) {
        String value = switch (this) {
            case VERSIONING -> document.first("Status");
            case OBJECT_LOCK -> lock(document);
            case ENCRYPTION -> document.first("SSEAlgorithm");
            case OBJECT_OWNERSHIP -> document.first("ObjectOwnership");
            case LIFECYCLE -> actions(document);
            case PUBLIC_ACCESS_BLOCK -> blocked(document);
            case CORS -> document.all("CORSRule").isEmpty() ? null : "yes";
            case REGION -> region(document.text());
        };
        return value == null ? otherwise : value;
    }

    /** The first region has no name of its own in the protocol; S3Mock 5.2 writes the word null. */
    static String region(String text) {
        return switch (text) {
            case "", "null", "US" -> "us-east-1";
            case "EU" -> "eu-west-1";
            default -> text;
        };
    }

    private static @Nullable String lock(XmlElement document) {
        String enabled = document.first("ObjectLockEnabled");
        String mode = document.first("Mode");
        return enabled == null || mode == null ? enabled : enabled + " " + mode;
    }

    /** What the rules that are switched on do; when they do it is scale. */
    private static @Nullable String actions(XmlElement document) {
        Set<String> actions = new TreeSet<>();
        for (XmlElement rule : document.all("Rule")) {
            for (XmlElement part : rule.children()) {
                if (ACTIONS.contains(part.name()) && !"Disabled".equals(rule.first("Status"))) {
                    actions.add(part.name());
                }
            }
        }
        return actions.isEmpty() ? null : String.join(",", actions);
    }

    private static @Nullable String blocked(XmlElement document) {
        Set<String> blocked = new TreeSet<>();
        for (XmlElement child : document.children()) {
            if (child.text().equalsIgnoreCase("true")) {
                blocked.add(child.name());
            }
        }
        return blocked.isEmpty() ? null : String.join(",", blocked);
    }
}
