package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.profile.ProfileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Tells what went wrong in one sentence, and with {@code --verbose} where. */
final class Complaints {
    private Complaints() {}

    /** A command line that cannot be read. */
    static int about(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parity-guard: " + oneLine(e.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return ExitStatus.BAD_INPUT;
    }

    /** A command that failed. */
    static int about(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        String sentence = sentence(e);
        boolean verbose = parsed.expandedArgs().contains("--verbose");
        err.println("parity-guard: "
                + (sentence != null
                        ? sentence
                        : "this is a defect of parity-guard itself: "
                                + e.getClass().getSimpleName() + (verbose ? "" : "; --verbose tells where")));
        if (verbose) {
            e.printStackTrace(err);
        }
        err.flush();
        return sentence != null ? ExitStatus.BAD_INPUT : ExitStatus.INTERNAL;
    }

    private static @Nullable String sentence(Exception e) {
        if (e instanceof BadInput || e instanceof ProfileException) {
            return oneLine(e.getMessage());
        }
        if (e instanceof InvalidPathException) {
            return "this is no path of a file";
        }
        return e instanceof IOException io ? sentence(io) : null;
    }

    /** The file and what is wrong with it; a message of the operating system may be in any language and form. */
    static String sentence(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "a file is not written in UTF-8";
        }
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file);
        }
        return e instanceof FileNotFoundException
                ? oneLine(e.getMessage())
                : "reading or writing failed: " + oneLine(e.getMessage());
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "this is a folder, not a file";
        }
        return e.getReason() == null ? "it cannot be read or written" : oneLine(e.getReason());
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
