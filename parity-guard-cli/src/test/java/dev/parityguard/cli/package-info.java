/** Tests of the command line; those tagged {@code packaged} run the packaged jar as a process. */
package dev.parityguard.cli;
