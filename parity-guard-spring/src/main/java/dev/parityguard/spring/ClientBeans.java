package dev.parityguard.spring;

import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The clients among the beans of a context and of its parents. They are found without creating anything; only those that
 * are looked through are created, on the calling thread: probes run on others while this one holds the lock that creating
 * takes.
 */
final class ClientBeans {
    private static final Logger LOG = LoggerFactory.getLogger("dev.parityguard");

    private final ConfigurableListableBeanFactory beanFactory;

    ClientBeans(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    /** All of them, sorted by name. */
    List<Client> all() {
        List<Client> beans = new ArrayList<>();
        for (ClientKind kind : ClientKind.values()) {
            Class<?> type = ClientTypes.of(kind, beanFactory.getBeanClassLoader());
            if (type != null) {
                for (String name :
                        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, false, false)) {
                    if (!ScopedProxyUtils.isScopedTarget(name)) {
                        beans.add(new Client(name, name, kind, isPrimary(name), () -> target(name)));
                    }
                }
            }
        }
        beans.sort(Comparator.comparing(Client::name));
        return beans;
    }

    /** How to look through the bean of that name, of whatever type, or null when there is none. */
    @Nullable
    Target named(String name) {
        return beanFactory.containsBean(name) ? target(name) : null;
    }

    private Target target(String name) {
        Object bean;
        try {
            bean = beanFactory.getBean(name);
            if (bean instanceof ScopedObject scoped) {
                bean = scoped.getTargetObject();
            }
        } catch (BeansException e) {
            return Target.missing(reason(name, e));
        }
        try {
            return lookingThrough(name, bean);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The bean {} cannot be looked through", name, e);
            return Target.missing("the bean '" + name + "' cannot be looked through: "
                    + e.getClass().getSimpleName());
        }
    }

    private Target lookingThrough(String name, Object bean) {
        for (ClientKind kind : ClientKind.values()) {
            Class<?> type = ClientTypes.of(kind, beanFactory.getBeanClassLoader());
            if (type != null && type.isInstance(bean)) {
                return switch (kind) {
                    case DATA_SOURCE -> DataSourceTarget.of(name, bean);
                    case REDIS -> RedisTarget.of(bean);
                    case S3 -> Target.of(bean);
                };
            }
        }
        return Target.of(bean);
    }

    /** The exception's own text may hold what must not be shown. */
    private static String reason(String name, BeansException e) {
        LOG.debug("The bean {} cannot be created", name, e);
        return e.contains(BeanCurrentlyInCreationException.class)
                ? "the bean '" + name + "' needs beans that wait for this check, such as JPA or JdbcTemplate; "
                        + "parity-guard.when=after-migration looks when all beans exist"
                : "the bean '" + name + "' cannot be created: "
                        + e.getMostSpecificCause().getClass().getSimpleName();
    }

    private boolean isPrimary(String name) {
        if (!beanFactory.containsBeanDefinition(name)) {
            return false;
        }
        BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
        return definition.isPrimary();
    }
}
