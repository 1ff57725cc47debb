package dev.parityguard.junit;

import dev.parityguard.target.Target;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds what the members of test instances hold that stand for services. */
final class ServiceMembers {
    private final SortedMap<String, Target> targets = new TreeMap<>();

    private ServiceMembers() {}

    /** The targets by service name. */
    static Map<String, Target> of(TestInstances instances) throws Exception {
        ServiceMembers members = new ServiceMembers();
        for (Object instance : instances.getAllInstances()) {
            members.add(instance);
        }
        return members.targets;
    }

    private void add(Object instance) throws Exception {
        for (Field field : AnnotationSupport.findAnnotatedFields(
                instance.getClass(), ParityService.class, any -> true, HierarchyTraversalMode.TOP_DOWN)) {
            Object value = ReflectionSupport.tryToReadFieldValue(
                            field, ModifierSupport.isStatic(field) ? null : instance)
                    .get();
            add(field.getAnnotation(ParityService.class), value, "the field " + field.getName() + " is null");
        }
        for (Method method : AnnotationSupport.findAnnotatedMethods(
                instance.getClass(), ParityService.class, HierarchyTraversalMode.TOP_DOWN)) {
            if (method.getParameterCount() > 0) {
                throw new IllegalStateException(
                        "the method " + method.getName() + " has parameters, so that it cannot stand for a service");
            }
            Object value = ReflectionSupport.invokeMethod(method, ModifierSupport.isStatic(method) ? null : instance);
            add(method.getAnnotation(ParityService.class), value, "the method " + method.getName() + " returns null");
        }
    }

    private void add(ParityService service, @Nullable Object value, String whenNull) {
        Target target = value == null
                ? Target.missing(whenNull + " when the first test begins")
                : value instanceof Target given ? given : Target.of(value);
        for (String property : service.properties()) {
            int equals = property.indexOf('=');
            if (equals < 1) {
                throw new IllegalStateException("the property '" + property + "' of the service " + service.value()
                        + " is not written as name=value");
            }
            target = target.with(property.substring(0, equals), property.substring(equals + 1));
        }
        if (targets.put(service.value(), target) != null) {
            throw new IllegalStateException("two members stand for the service " + service.value());
        }
    }
}
