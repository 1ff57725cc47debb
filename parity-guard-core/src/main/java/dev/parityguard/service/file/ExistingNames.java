package dev.parityguard.service.file;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the folder tells names apart, seen without writing: a file that is there is asked for in another spelling. */
final class ExistingNames {
    /** Enough to find one that can be spelled in another way, and soon read from a folder of millions. */
    private static final int NAMES = 200;

    private final Path folder;

    ExistingNames(Path folder) {
        this.folder = folder;
    }

    void tell(Facts.Builder facts, List<Unknown> unknowns) {
        try {
            Set<String> names = names();
            for (Spelling spelling : Spelling.values()) {
                String name = nameWithAnother(spelling, names);
                if (name == null) {
                    unknowns.add(
                            new Unknown(
                                    spelling.fact(),
                                    Cause.NOT_SUPPORTED,
                                    "a file whose name can be spelled in another way, or the property write has to be allowed"));
                } else {
                    facts.put(spelling.fact(), spelling.answer(isFound(name, spelling.other(name))));
                }
            }
        } catch (AccessDeniedException e) {
            unknowns.add(new Unknown("behaviour.key_*", Cause.NOT_PERMITTED, "the right to list the folder"));
        } catch (IOException | InvalidPathException e) {
            unknowns.add(new Unknown("behaviour.key_*", Cause.UNREADABLE, "a list of the folder"));
        }
    }

    private Set<String> names() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
                if (names.size() == NAMES) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private static @Nullable String nameWithAnother(Spelling spelling, Set<String> names) {
        for (String name : names) {
            if (!names.contains(spelling.other(name))) {
                return name;
            }
        }
        return null;
    }

    /** A file of that other name that is another file was only not among the first ones. */
    private boolean isFound(String name, String other) throws IOException {
        Path respelled = folder.resolve(other);
        return Files.exists(respelled) && Files.isSameFile(folder.resolve(name), respelled);
    }
}
