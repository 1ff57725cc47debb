package dev.parityguard.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/** The class path of the tests without some classes: what would use them is loaded anew, and does not find them. */
public class LoaderWithout extends ClassLoader {
    private final Predicate<String> missing;
    private final Predicate<String> anew;

    /** Without those that are missing, with those anew that may use them; all others are as the tests have them. */
    protected LoaderWithout(Predicate<String> missing, Predicate<String> anew) {
        super(LoaderWithout.class.getClassLoader());
        this.missing = missing;
        this.anew = anew;
    }

    /** A provider as an application without those classes has it. */
    public static ProbeProvider provider(Class<? extends ProbeProvider> type, Predicate<String> missing)
            throws ReflectiveOperationException {
        String own = type.getPackageName() + ".";
        return new LoaderWithout(missing, name -> name.startsWith(own)).provider(type);
    }

    /** A provider as this loader gives it. */
    protected final ProbeProvider provider(Class<? extends ProbeProvider> type) throws ReflectiveOperationException {
        Class<?> loaded = loadClass(type.getName());
        assertThat(loaded.getClassLoader()).isSameAs(this);
        return (ProbeProvider) loaded.getConstructor().newInstance();
    }

    @Override
    protected final Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (missing.test(name)) {
            throw new ClassNotFoundException(name);
        }
        if (!anew.test(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
