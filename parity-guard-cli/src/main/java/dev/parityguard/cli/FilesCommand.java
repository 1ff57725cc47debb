package dev.parityguard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "files",
        description = {
            "Compares files that declare services with the profile: Dockerfiles, manifests of Kubernetes, plans and states of"
                    + " Terraform (what `terraform show -json` tells), Compose files. What each is, its content tells.",
            "",
            "What a file does not say is not judged. What is not understood is told."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  parity-guard files Dockerfile k8s/deployment.yaml",
            "  parity-guard files plan.json --map main=orders-db"
        })
final class FilesCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private DeclaredFilesCheck check = new DeclaredFilesCheck();

    @Override
    public Integer call() throws IOException {
        return check.check(files);
    }
}
