package dev.parityguard.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Checks each class that carries {@link ParityProfile} once, before its first test. */
final class ParityExtension implements BeforeEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ParityExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        ExtensionContext annotated = annotated(context);
        CheckedClass checked;
        synchronized (this) {
            checked = known(annotated);
            if (checked == null) {
                checked = new CheckedClass(
                        annotated.getRequiredTestClass(),
                        profile(annotated),
                        ServiceMembers.of(context.getRequiredTestInstances()),
                        frozen(context.getRoot()));
                annotated.getStore(NAMESPACE).put(annotated.getRequiredTestClass(), checked);
            }
        }
        checked.demandParity();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        CheckedClass checked = annotated(context) == context ? known(context) : null;
        if (checked != null) {
            checked.demandFrozenSchema();
        }
    }

    private static @Nullable CheckedClass known(ExtensionContext annotated) {
        return annotated.getStore(NAMESPACE).get(annotated.getRequiredTestClass(), CheckedClass.class);
    }

    /** What all classes of the run know. */
    private static FrozenSchemas frozen(ExtensionContext root) {
        ExtensionContext.Store store = root.getStore(NAMESPACE);
        synchronized (ParityExtension.class) {
            FrozenSchemas frozen = store.get(FrozenSchemas.class, FrozenSchemas.class);
            if (frozen == null) {
                frozen = new FrozenSchemas();
                store.put(FrozenSchemas.class, frozen);
            }
            return frozen;
        }
    }

    private static ParityProfile profile(ExtensionContext annotated) {
        return AnnotationSupport.findAnnotation(annotated.getElement(), ParityProfile.class)
                .orElseThrow();
    }

    /** The context of the nearest class that carries the annotation. */
    private static ExtensionContext annotated(ExtensionContext context) {
        ExtensionContext each = context;
        while (AnnotationSupport.findAnnotation(each.getElement(), ParityProfile.class)
                .isEmpty()) {
            each = each.getParent().orElseThrow();
        }
        return each;
    }
}
