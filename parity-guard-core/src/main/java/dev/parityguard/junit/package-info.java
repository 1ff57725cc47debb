/** Tests on what production stands on: the JUnit Jupiter extension, and the images that a profile asks for. */
@NullMarked
package dev.parityguard.junit;

import org.jspecify.annotations.NullMarked;
