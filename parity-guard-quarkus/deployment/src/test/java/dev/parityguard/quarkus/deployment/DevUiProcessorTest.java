package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.quarkus.runtime.ParityDevUi;
import io.quarkus.devui.spi.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That page, component and answers fit together; how it looks is in docs/quarkus.md. */
class DevUiProcessorTest {
    private final DevUiProcessor processor = new DevUiProcessor();

    @Test
    void cardWhenItIsOpenedThenShowsThePageOfThatComponent() throws IOException {
        Page page = processor.card().getPages().get(0).build();

        assertThat(script(page.getComponentLink()))
                .contains("customElements.define('" + page.getComponentName() + "',");
    }

    @Test
    void pageWhenItAsksThenThereIsAnAnswer() throws IOException {
        Page page = processor.card().getPages().get(0).build();
        Set<String> answers = Arrays.stream(
                        processor.answers().getJsonRPCMethodProviderClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(processor.answers().getJsonRPCMethodProviderClass()).isEqualTo(ParityDevUi.class);
        Set<String> asked = Pattern.compile("this\\.jsonRpc\\.(\\w+)\\(")
                .matcher(script(page.getComponentLink()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        asked.add(page.getDynamicLabel());
        assertThat(asked).containsExactlyInAnyOrderElementsOf(answers);
    }

    private static String script(String name) throws IOException {
        try (InputStream script = DevUiProcessorTest.class.getResourceAsStream("/dev-ui/" + name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
