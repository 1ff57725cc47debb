package dev.parityguard.spring;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that the profile or the configuration names.
 *
 * @param kinds the beans that can stand for it: none for a service that no bean is known for, every kind where nothing
 *     says what it is
 * @param bean the bean that the configuration names, or null
 * @param hasUrl whether the profile tells a URL to look at where there is no bean
 */
record WantedService(Set<ClientKind> kinds, @Nullable String bean, boolean hasUrl) {}
