/** Folders in which an application keeps files: what their file system does with names, moves, locks and restarts. */
@NullMarked
package dev.parityguard.service.file;

import org.jspecify.annotations.NullMarked;
