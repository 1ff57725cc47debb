/** Looks at servers that speak the Redis protocol: Redis, Valkey, KeyDB, Dragonfly and their like. */
@NullMarked
package dev.parityguard.service.redis;

import org.jspecify.annotations.NullMarked;
