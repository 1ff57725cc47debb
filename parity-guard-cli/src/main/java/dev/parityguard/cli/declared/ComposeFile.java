package dev.parityguard.cli.declared;

import dev.parityguard.cli.input.EnvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of Docker Compose. */
final class ComposeFile {
    /** What may bring images, variables or commands from elsewhere. */
    private static final Set<String> ELSEWHERE = Set.of("extends", "configs", "secrets", "profiles");

    private final Path file;
    private final List<Declared> services = new ArrayList<>();
    private final List<Declaration.Remark> remarks = new ArrayList<>();

    private ComposeFile(Path file) {
        this.file = file;
    }

    static boolean isOne(Yaml document) {
        Yaml services = document.get("services");
        return services != null && services.isMapping();
    }

    static Declaration read(Yaml document, Path file) throws IOException {
        ComposeFile compose = new ComposeFile(file);
        Yaml include = document.get("include");
        if (include != null) {
            compose.remark("include", include, "what it includes is not looked at");
        }
        Yaml services = document.get("services");
        if (services != null) {
            for (Map.Entry<String, Yaml> service : services.members().entrySet()) {
                compose.service(service.getKey(), service.getValue());
            }
        }
        return new Declaration(file.toString(), compose.services, compose.remarks);
    }

    private void service(String name, Yaml service) throws IOException {
        if (!service.isMapping()) {
            remark(name, service, "it is no mapping");
            return;
        }
        for (String key : ELSEWHERE) {
            Yaml place = service.get(key);
            if (place != null) {
                remark(name, place, "`" + key + "` is not followed");
            }
        }
        String image = service.text("image");
        if (image == null && service.get("build") == null && service.get("extends") == null) {
            remark(name, service, "it has neither an image nor a build");
        }
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        boolean whole = envFiles(name, service, variables) && service.get("extends") == null;
        variables(service.get("environment"), variables);
        Yaml imagePlace = service.get("image");
        services.add(Declared.container(
                name,
                imagePlace == null ? service.line() : imagePlace.line(),
                image == null ? null : Interpolation.of(image),
                command(name, service.get("command")),
                variables,
                whole));
    }

    private static void variables(@Nullable Yaml place, Map<String, @Nullable String> variables) {
        if (place == null) {
            return;
        }
        place.members().forEach((name, value) -> put(variables, name, value.text()));
        for (Yaml item : place.items()) {
            String text = item.text() == null ? "" : item.text();
            int equals = text.indexOf('=');
            put(
                    variables,
                    equals < 0 ? text : text.substring(0, equals),
                    equals < 0 ? null : text.substring(equals + 1));
        }
    }

    /** A value that is set from elsewhere is not known here. */
    private static void put(Map<String, @Nullable String> variables, String name, @Nullable String value) {
        variables.put(
                name, value == null || value.isEmpty() || Interpolation.isIn(value) ? null : value.replace("$$", "$"));
    }

    /** Whether all files of variables could be read. */
    private boolean envFiles(String service, Yaml place, Map<String, @Nullable String> variables) throws IOException {
        Yaml files = place.get("env_file");
        if (files == null) {
            return true;
        }
        boolean whole = true;
        for (Yaml each : files.text() == null ? files.items() : List.of(files)) {
            String named = each.text() == null ? each.text("path") : each.text();
            Path path = named == null || Interpolation.isIn(named) ? null : file.resolveSibling(named);
            if (path == null || !Files.isRegularFile(path)) {
                remark(service, each, "env_file is not there, so its variables are not known");
                whole = false;
            } else {
                EnvFile.read(path).forEach((name, value) -> put(variables, name, value));
            }
        }
        return whole;
    }

    private List<String> command(String service, @Nullable Yaml command) {
        if (command == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (command.text() != null) {
            words.addAll(Words.of(command.text()));
        }
        command.items().forEach(item -> words.add(item.text() == null ? "" : item.text()));
        if (words.stream().anyMatch(Interpolation::isIn)) {
            remark(service, command, "parts of the command come from variables, so nothing of it is compared");
            return List.of();
        }
        return words;
    }

    private void remark(String about, Yaml place, String sentence) {
        remarks.add(new Declaration.Remark(about, place.line(), sentence));
    }
}
