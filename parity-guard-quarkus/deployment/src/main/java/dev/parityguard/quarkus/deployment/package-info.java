/** What the extension does while an application is built. */
@NullMarked
package dev.parityguard.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
