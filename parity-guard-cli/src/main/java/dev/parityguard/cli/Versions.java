package dev.parityguard.cli;

import dev.parityguard.cli.input.Resources;
import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The release, and what the jar holds of others. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        String version = Versions.class.getPackage().getImplementationVersion();
        return new String[] {
            "parity-guard " + (version == null ? "(not packaged)" : version),
            "Java " + Runtime.version(),
            "",
            Resources.text("/META-INF/THIRD-PARTY.txt").strip()
        };
    }
}
