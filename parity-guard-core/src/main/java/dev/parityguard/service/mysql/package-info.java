/** MySQL, MariaDB and what speaks their protocol: one statement for variables, one for behaviour. */
@NullMarked
package dev.parityguard.service.mysql;

import org.jspecify.annotations.NullMarked;
