package dev.parityguard.cli.declared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Manifests of Kubernetes: the images, commands and variables of all containers. */
final class KubernetesManifests {
    private static final Set<String> WITH_TEMPLATE =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job");

    /** What declares no container and decides none of its variables. */
    private static final Set<String> WITHOUT_CONTAINERS = Set.of(
            "ConfigMap",
            "Secret",
            "Service",
            "Ingress",
            "Namespace",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ClusterRole",
            "ClusterRoleBinding",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "NetworkPolicy",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "PriorityClass",
            "ResourceQuota",
            "LimitRange");

    private final Map<String, Yaml> sources = new HashMap<>();
    private final List<Declared> services = new ArrayList<>();
    private final List<Declaration.Remark> remarks = new ArrayList<>();

    private KubernetesManifests() {}

    static boolean isOne(Yaml document) {
        return document.text("apiVersion") != null && document.text("kind") != null;
    }

    static Declaration read(List<Yaml> documents, Path file) {
        KubernetesManifests manifests = new KubernetesManifests();
        List<Yaml> objects = new ArrayList<>();
        documents.forEach(document ->
                objects.addAll("List".equals(document.text("kind")) ? items(document, "items") : List.of(document)));
        objects.forEach(manifests::source);
        objects.forEach(manifests::object);
        return new Declaration(file.toString(), manifests.services, manifests.remarks);
    }

    private void source(Yaml object) {
        String kind = object.text("kind");
        if ("ConfigMap".equals(kind) || "Secret".equals(kind)) {
            sources.put(kind + "/" + object.text("metadata", "name"), object);
        }
    }

    private void object(Yaml object) {
        String kind = String.valueOf(object.text("kind"));
        String name = String.valueOf(object.text("metadata", "name"));
        if (WITH_TEMPLATE.contains(kind)) {
            pod(name, object.at("spec", "template", "spec"));
        } else if (kind.equals("CronJob")) {
            pod(name, object.at("spec", "jobTemplate", "spec", "template", "spec"));
        } else if (kind.equals("Pod")) {
            pod(name, object.get("spec"));
        } else if (!WITHOUT_CONTAINERS.contains(kind)) {
            remark(name, object, "the kind " + kind + " is not known here");
        }
    }

    private void pod(String name, @Nullable Yaml spec) {
        if (spec == null) {
            return;
        }
        for (String key : List.of("containers", "initContainers")) {
            Yaml containers = spec.get(key);
            List<Yaml> items = containers == null ? List.of() : containers.items();
            for (Yaml container : items) {
                String own = container.text("name");
                container((items.size() == 1 && key.equals("containers")) || own == null ? name : own, container);
            }
        }
    }

    private void container(String name, Yaml container) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        boolean whole = true;
        for (Yaml from : items(container, "envFrom")) {
            whole &= all(name, from, variables);
        }
        for (Yaml variable : items(container, "env")) {
            String set = variable.text("name");
            if (set != null) {
                String value = variable.text("value");
                variables.put(set, value == null || value.contains("$(") ? null : value);
            }
        }
        List<String> command = new ArrayList<>();
        for (String key : List.of("command", "args")) {
            items(container, key).forEach(word -> command.add(word.text() == null ? "" : word.text()));
        }
        Yaml image = container.get("image");
        services.add(Declared.container(
                name,
                image == null ? container.line() : image.line(),
                image == null ? null : image.text(),
                command,
                variables,
                whole));
    }

    /** Takes in all variables of a ConfigMap or a Secret; false when it is not in the file. */
    private boolean all(String name, Yaml from, Map<String, @Nullable String> variables) {
        String said = from.text("prefix");
        String prefix = said == null ? "" : said;
        for (String kind : List.of("ConfigMap", "Secret")) {
            String referenced = from.text(kind.equals("Secret") ? "secretRef" : "configMapRef", "name");
            if (referenced == null) {
                continue;
            }
            Yaml source = sources.get(kind + "/" + referenced);
            if (source == null) {
                remark(
                        name,
                        from,
                        "the " + kind + " " + referenced + " is not in this file, so its variables are not known");
                return false;
            }
            for (String data : List.of("data", "stringData")) {
                Yaml values = source.get(data);
                if (values != null) {
                    boolean clear = kind.equals("ConfigMap") || data.equals("stringData");
                    values.members().forEach((key, value) -> variables.put(prefix + key, clear ? value.text() : null));
                }
            }
        }
        return true;
    }

    private static List<Yaml> items(Yaml container, String key) {
        Yaml place = container.get(key);
        return place == null ? List.of() : place.items();
    }

    private void remark(String about, Yaml place, String sentence) {
        remarks.add(new Declaration.Remark(about, place.line(), sentence));
    }
}
