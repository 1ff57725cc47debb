package dev.parityguard.spring;

/**
 * A bean that services can be looked at through.
 *
 * @param name its name in the context
 * @param kind what it is
 * @param primary whether it stands for all of its kind
 */
record ClientBean(String name, ClientKind kind, boolean primary) {}
