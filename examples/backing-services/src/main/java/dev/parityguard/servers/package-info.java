/** Starts real backing servers and faulty networks on the loopback interface, without containers. */
@NullMarked
package dev.parityguard.servers;

import org.jspecify.annotations.NullMarked;
