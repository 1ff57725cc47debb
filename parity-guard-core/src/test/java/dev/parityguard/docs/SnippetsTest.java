package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every Java snippet of the pages compiles as it stands, with the handles that an application has at that point. */
class SnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```java\\n(.*?)^```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;\\n");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(public |final |abstract )*(class|record|interface|enum) (\\w+)");
    private static final String IMPORTS = """
            import dev.parityguard.*;
            import dev.parityguard.action.*;
            import dev.parityguard.fact.*;
            import dev.parityguard.metrics.*;
            import dev.parityguard.probe.*;
            import dev.parityguard.profile.*;
            import dev.parityguard.report.*;
            import dev.parityguard.service.redis.*;
            import dev.parityguard.target.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.*;
            import redis.clients.jedis.*;
            import redis.clients.jedis.util.SafeEncoder;
            """;
    private static final String METHOD = """
            class Snippet {
                void run(javax.sql.DataSource dataSource, io.lettuce.core.RedisClient redisClient,
                        software.amazon.awssdk.services.s3.S3Client s3Client,
                        io.micrometer.core.instrument.MeterRegistry registry%s) throws Exception {
            %s    }
            }
            """;
    private static final Pattern MEMBER = Pattern.compile("^\\w[\\w<>]* \\w+\\([^)]*\\) \\{");

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> snippetsCompile() throws IOException {
        return Docs.pages().stream()
                .flatMap(page -> blocks(page)
                        .map(block -> DynamicTest.dynamicTest(
                                Docs.name(page) + ", line " + block.line(),
                                () -> assertThat(errorsOf(block.code())).isEmpty())));
    }

    @Test
    void snippetThatIsWrongDoesNotCompile() {
        assertThat(errorsOf("ParityGuard.builder().build().enfroce();\n")).isNotEmpty();
    }

    private record Block(int line, String code) {}

    private static Stream<Block> blocks(Path page) {
        try {
            String text = Files.readString(page);
            return BLOCK.matcher(text).results().map(match -> block(text, match)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Block block(String text, MatchResult match) {
        int line = (int) text.substring(0, match.start()).lines().count() + 1;
        return new Block(line, match.group(1));
    }

    private List<String> errorsOf(String code) {
        StringBuilder imports = new StringBuilder(IMPORTS);
        IMPORT.matcher(code).results().forEach(own -> imports.append(own.group()));
        String body = IMPORT.matcher(code).replaceAll("").stripLeading();
        var type = TYPE.matcher(body);
        boolean whole = type.find();
        String source = whole
                ? body
                : MEMBER.matcher(body).find()
                        ? "class Snippet {\n" + body + "}\n"
                        : METHOD.formatted(body.contains("ParityGuard guard") ? "" : ", ParityGuard guard", body);
        return compile(whole ? type.group(3) : "Snippet", imports + source);
    }

    private List<String> compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(file)).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
