/** PostgreSQL and what speaks its protocol: one statement for identity, settings, rights, extensions and behaviour. */
@NullMarked
package dev.parityguard.service.postgresql;

import org.jspecify.annotations.NullMarked;
