package dev.parityguard.spring.standin;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** What is known of a bean's class without creating the bean. */
final class BeanClass {
    private BeanClass() {}

    /** The class, or null while only an interface or an abstract class is known. */
    static @Nullable Class<?> of(ConfigurableListableBeanFactory beanFactory, String bean) {
        Class<?> type = beanFactory.containsSingleton(bean)
                ? AopProxyUtils.ultimateTargetClass(beanFactory.getBean(bean))
                : beanFactory.getType(bean, false);
        return type == null || Modifier.isAbstract(type.getModifiers()) ? null : type;
    }

    /** The name that stays the same from start to start: lambdas and proxies have another one each time. */
    static String name(Class<?> type) {
        String name = ClassUtils.getShortName(ClassUtils.getUserClass(type));
        int generated = name.indexOf("$$");
        return generated < 0 ? name : name.substring(0, generated);
    }
}
