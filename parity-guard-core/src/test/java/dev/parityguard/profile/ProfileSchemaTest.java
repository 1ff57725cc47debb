package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the reader agree. */
class ProfileSchemaTest {
    private static final String SCHEMA = Refusals.resource("parity-profile-1.json");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Schema PROFILE = REGISTRY.getSchema(SCHEMA, InputFormat.JSON);

    @Test
    void schemaThenIsOneItself() {
        Schema ofSchemas =
                REGISTRY.getSchema("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}", InputFormat.JSON);

        assertThat(ofSchemas.validate(SCHEMA, InputFormat.JSON)).isEmpty();
        assertThat(ofSchemas.validate("{\"type\":7}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void schemaInDocsThenIsTheOneInTheJar() throws IOException {
        assertThat(Path.of("..", "docs", "schema", "parity-profile-1.json")).hasContent(SCHEMA);
    }

    @Test
    void exampleWhenReadThenIsValid() throws IOException {
        assertThat(errors(Refusals.resource("full.json"))).isEmpty();
        assertThat(errors("{\"format\":1,\"name\":\"orders\"}")).isEmpty();
        for (String example : examplesInDocs()) {
            assertThat(Refusals.read(example).profile().name()).isEqualTo("orders");
            assertThat(errors(example)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parityguard.profile.Refusals#all")
    void textWhenRefusedByTheReaderThenIsInvalidAsFarAsASchemaCanSee(Refusals.Refusal refusal) {
        if (refusal.inSchema()) {
            assertThat(errors(refusal.text())).isNotEmpty();
        } else if (!refusal.name().matches("(not JSON|half a|duplicate).*")) {
            assertThat(errors(refusal.text())).isEmpty();
        }
    }

    private static List<String> examplesInDocs() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "profile-format.md"));
        List<String> examples = Pattern.compile("(?s)```json\n(\\{\n.*?)```")
                .matcher(docs)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).isNotEmpty();
        return examples;
    }

    private static List<Error> errors(String text) {
        return PROFILE.validate(text, InputFormat.JSON);
    }
}
