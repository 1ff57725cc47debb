package dev.parityguard.service.postgresql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who hosts PostgreSQL, told by roles that only managed offerings have. Read in their documentation. */
final class Platform {
    private static final List<Map.Entry<String, String>> BY_ROLE = List.of(
            Map.entry("alloydbsuperuser", "alloydb"),
            Map.entry("cloudsqlsuperuser", "cloud-sql"),
            Map.entry("azure_pg_admin", "azure"),
            Map.entry("neon_superuser", "neon"),
            Map.entry("supabase_admin", "supabase"),
            Map.entry("rds_superuser", "rds"));

    private Platform() {}

    /** The platform's name, {@code self-managed} when nothing gives one away. */
    static String of(@Nullable String vendorRoles, boolean aurora) {
        if (aurora) {
            return "aurora";
        }
        List<String> roles = vendorRoles == null ? List.of() : List.of(vendorRoles.split(",", -1));
        for (Map.Entry<String, String> platform : BY_ROLE) {
            if (roles.contains(platform.getKey())) {
                return platform.getValue();
            }
        }
        return "self-managed";
    }
}
