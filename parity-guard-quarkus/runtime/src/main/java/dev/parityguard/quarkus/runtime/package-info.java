/** What the extension does in a running application. Applications use the injectable {@code ParityGuard}, nothing here. */
@NullMarked
package dev.parityguard.quarkus.runtime;

import org.jspecify.annotations.NullMarked;
