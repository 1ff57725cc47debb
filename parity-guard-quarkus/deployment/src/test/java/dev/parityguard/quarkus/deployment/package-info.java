/** Applications that are started with the extension, on real servers. */
@NullMarked
package dev.parityguard.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
