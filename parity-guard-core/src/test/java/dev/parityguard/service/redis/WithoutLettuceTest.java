package dev.parityguard.service.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parityguard.servers.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;

class WithoutLettuceTest {
    private static final String WITNESS = WithoutLettuceTest.class.getPackageName() + ".WithoutLettuceWitness";

    @Test
    void classPathWithoutLettuceThenUrlsAndOtherClientsAreLookedAt() throws Exception {
        try (RedisServer server = RedisServer.version("7").start()) {
            ClassLoader without = new LoaderWithoutLettuce();
            assertThatThrownBy(() -> without.loadClass("io.lettuce.core.RedisClient"))
                    .isInstanceOf(ClassNotFoundException.class);
            Class<?> witness = without.loadClass(WITNESS);
            assertThat(witness.getClassLoader()).isSameAs(without);

            assertThat(witness.getMethod("url", String.class).invoke(null, server.url()))
                    .isEqualTo(server.version());
            assertThat(witness.getMethod("otherClient").invoke(null)).isEqualTo("9.1.2");
            assertThat(witness.getMethod("acceptsAnything").invoke(null)).isEqualTo(false);
        }
    }

    /** The test's own class path, all loaded anew, as if Lettuce and what came with it were not there. */
    private static final class LoaderWithoutLettuce extends ClassLoader {
        private static final ClassLoader ALL = WithoutLettuceTest.class.getClassLoader();

        LoaderWithoutLettuce() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.lettuce.") || name.startsWith("io.netty.") || name.startsWith("reactor.")) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = ALL.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        protected URL findResource(String name) {
            return ALL.getResource(name);
        }

        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            return ALL.getResources(name);
        }
    }
}
