package dev.parityguard.service.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MongodbWithoutDriverTest {
    @Test
    void providerWithoutTheDriverThenWorksAndNamesIt() throws Exception {
        Class<?> type = new WithoutDriver().loadClass(MongodbProvider.class.getName());
        assertThat(type.getClassLoader()).isInstanceOf(WithoutDriver.class);
        ProbeProvider provider = (ProbeProvider) type.getConstructor().newInstance();
        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.catalogue().describe("product")).isNotNull();
        Target target = Target.url("mongodb://app:secret@127.0.0.1:1");
        assertThat(provider.accepts(target)).isTrue();
        assertNotProbed(look(provider, target), "org.mongodb:mongodb-driver-sync");
    }

    @Test
    void addressThatIsNoneThenSaidWithoutIt() throws Exception {
        assertNotProbed(look(new MongodbProvider(), Target.url("mongodb://app:secret@a:b:c")), "cannot be read");
    }

    private static void assertNotProbed(Observation observation, String reason) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed ->
                                assertThat(notProbed.reason()).contains(reason).doesNotContain("secret"));
    }

    private static Observation look(ProbeProvider provider, Target target) throws Exception {
        return ProbeTrial.run(provider.probe(target), Duration.ofSeconds(20)).observation();
    }

    /** Loads the probe anew, and has no driver. */
    private static final class WithoutDriver extends ClassLoader {
        WithoutDriver() {
            super(MongodbWithoutDriverTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.mongodb.") || name.startsWith("org.bson.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(MongodbProvider.class.getPackageName() + ".")) {
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
}
