package dev.parityguard.cli.declared;

import dev.parityguard.cli.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that declare services, of whatever kind each is. */
public final class DeclaringFiles {
    static final int MAX_BYTES = 32 * 1024 * 1024;

    private final List<Declaration> all;

    private DeclaringFiles(List<Declaration> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads files.
     *
     * @throws BadInput when one of them is none that declares services
     */
    public static DeclaringFiles read(List<Path> files) throws IOException {
        List<Declaration> all = new ArrayList<>();
        for (Path file : files) {
            all.add(read(file));
        }
        return new DeclaringFiles(all);
    }

    List<Declaration> all() {
        return all;
    }

    private static Declaration read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder; name the files in it");
        }
        if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
            throw new BadInput(file + " has more than " + MAX_BYTES + " bytes");
        }
        String text = Files.readString(file);
        if (Dockerfile.isOne(text)) {
            return Dockerfile.read(text, file);
        }
        List<Yaml> documents = Yaml.documents(text, file.toString());
        if (documents.size() == 1 && ComposeFile.isOne(documents.get(0))) {
            return ComposeFile.read(documents.get(0), file);
        }
        if (documents.size() == 1 && TerraformPlan.isOne(documents.get(0))) {
            return TerraformPlan.read(documents.get(0), file);
        }
        if (documents.stream().anyMatch(KubernetesManifests::isOne)) {
            return KubernetesManifests.read(documents, file);
        }
        throw new BadInput(file + " declares no services that are known here: a Compose file has `services`, a manifest"
                + " of Kubernetes apiVersion and kind, a plan of Terraform is what `terraform show -json` tells, a"
                + " Dockerfile begins with FROM");
    }
}
