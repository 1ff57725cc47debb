/** What the process itself runs on: its JVM, its operating system, its container, its own build. */
@NullMarked
package dev.parityguard.service.jvm;

import org.jspecify.annotations.NullMarked;
