package dev.parityguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** An application that is processed ahead of time, on a machine without any of its services. */
class AheadOfTimeTest {
    @TempDir
    Path folder;

    @Test
    void contextIsProcessedWithoutLookingAndCompiles() throws IOException {
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("dev.parityguard.spring", "Application")),
                new FileSystemGeneratedFiles(folder));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(ParityGuardAutoConfiguration.class);

            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();

            assertThat(context.getBeanFactory().containsSingleton("parityCheck"))
                    .isFalse();
        }
        assertThat(compiled()).isZero();
        assertThat(RuntimeHintsPredicates.resource().forResource("parity-profile.json"))
                .accepts(generation.getRuntimeHints());
        assertThat(RuntimeHintsPredicates.resource()
                        .forResource("dev/parityguard/service/postgresql/catalogue.properties"))
                .accepts(generation.getRuntimeHints());
    }

    private int compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
        assertThat(sources).anyMatch(name -> name.contains("ParityGuardAutoConfiguration"));
        return compiler.run(
                null,
                null,
                null,
                Stream.concat(
                                Stream.of(
                                        "-proc:none",
                                        "-d",
                                        folder.toString(),
                                        "-cp",
                                        System.getProperty("java.class.path")),
                                sources.stream())
                        .toArray(String[]::new));
    }
}
