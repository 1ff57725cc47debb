package dev.parityguard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final Places PROFILE = finding -> new Places.Place("src/main/my profile.json", 7);

    @Test
    void reportIsWhatThePublicSchemaAsksFor() throws Exception {
        for (String sarif : List.of(
                SarifReport.of(Reports.mixed(), PROFILE),
                SarifReport.of(Reports.mixed(), Places.none()),
                SarifReport.of(Reports.agreeing(), PROFILE))) {
            assertThat(errors(sarif)).isEmpty();
        }
        assertThat(errors(SarifReport.of(Reports.mixed(), PROFILE).replace("\"2.1.0\"", "\"2.2.0\"")))
                .isNotEmpty();
    }

    @Test
    void reportWhenReadByAnotherReaderThenSaysTheSame() throws Exception {
        SarifSchema210 sarif =
                new ObjectMapper().readValue(SarifReport.of(Reports.mixed(), PROFILE), SarifSchema210.class);

        Run run = sarif.getRuns().get(0);
        assertThat(run.getTool().getDriver().getName()).isEqualTo("Parity Guard");
        assertThat(run.getResults())
                .extracting(Result::getRuleId)
                .startsWith("redis.maxmemory_policy")
                .hasSize(6);
        assertThat(run.getResults())
                .extracting(result -> result.getKind() + " " + result.getLevel())
                .containsExactly(
                        "fail error", "fail error", "fail warning", "open none", "fail note", "informational none");
        Result first = run.getResults().get(0);
        assertThat(first.getMessage().getText()).contains("expected noeviction, actual all`keys|-lru", "fix: set it");
        assertThat(first.getLocations()
                        .get(0)
                        .getPhysicalLocation()
                        .getArtifactLocation()
                        .getUri())
                .isEqualTo("src/main/my%20profile.json");
        assertThat(first.getLocations().get(0).getPhysicalLocation().getRegion().getStartLine())
                .isEqualTo(7);
        assertThat(run.getResults().get(4).getSuppressions()).hasSize(1);
    }

    private static List<Error> errors(String sarif) throws Exception {
        try (InputStream schema = SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema sarifSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            return sarifSchema.validate(sarif, InputFormat.JSON);
        }
    }
}
