/** Sees a MongoDB deployment: who answers, its topology and defaults, and the collections that the application uses. */
@NullMarked
package dev.parityguard.service.mongodb;

import org.jspecify.annotations.NullMarked;
