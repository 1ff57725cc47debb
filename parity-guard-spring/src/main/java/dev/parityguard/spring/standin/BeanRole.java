package dev.parityguard.spring.standin;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** A task that one class leaves to a service and another does inside the application. */
enum BeanRole {
    CACHE_MANAGER("cache.manager", "org.springframework.cache.CacheManager"),
    SESSION_STORE("session.store", "org.springframework.session.SessionRepository"),
    REACTIVE_SESSION_STORE("session.reactive_store", "org.springframework.session.ReactiveSessionRepository"),
    JOB_STORE("scheduler.jobs", "org.jobrunr.storage.StorageProvider"),
    SCHEDULER_LOCK("scheduler.lock", "net.javacrumbs.shedlock.core.LockProvider"),
    MESSAGE_BROKER("messaging.broker", "org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler"),
    USERS("security.users", "org.springframework.security.core.userdetails.UserDetailsService"),
    REACTIVE_USERS(
            "security.reactive_users", "org.springframework.security.core.userdetails.ReactiveUserDetailsService"),
    AUTHORIZED_CLIENTS(
            "security.authorized_clients", "org.springframework.security.oauth2.client.OAuth2AuthorizedClientService"),
    LOCK_REGISTRY("integration.locks", "org.springframework.integration.support.locks.LockRegistry"),
    METADATA_STORE("integration.metadata", "org.springframework.integration.metadata.MetadataStore"),
    VECTOR_STORE("ai.vector_store", "org.springframework.ai.vectorstore.VectorStore"),
    EMBEDDED_DATABASE("database.embedded_bean", "org.springframework.jdbc.datasource.embedded.EmbeddedDatabase");

    private static final String NONE = "none";

    private final String fact;
    private final String type;

    BeanRole(String fact, String type) {
        this.fact = fact;
        this.type = type;
    }

    /** Puts the classes of the beans of this role, or {@code none}; nothing where the application does not know the type. */
    void read(ConfigurableListableBeanFactory beanFactory, Facts.Builder facts, List<Unknown> unknowns) {
        Class<?> role = type(beanFactory.getBeanClassLoader());
        if (role == null) {
            return;
        }
        TreeSet<String> classes = new TreeSet<>();
        for (String bean : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, role, true, false)) {
            Class<?> known = BeanClass.of(beanFactory, bean);
            if (known == null) {
                unknowns.add(new Unknown(
                        fact,
                        Unknown.Cause.NOT_SUPPORTED,
                        "the class of the bean '" + bean
                                + "', which only its creation tells: let the method that makes it "
                                + "return the class instead of an interface"));
                return;
            }
            classes.add(BeanClass.name(known));
        }
        facts.put(fact, classes.isEmpty() ? NONE : String.join(", ", classes));
    }

    private @Nullable Class<?> type(@Nullable ClassLoader loader) {
        try {
            return ClassUtils.forName(type, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
