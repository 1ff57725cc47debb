package dev.parityguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {
    private static final Path SCHEMA = Path.of("../docs/schema/parity-report-1.json");

    @Test
    void jsonWhenRefusedThenIsTheGoldenOne() {
        Golden.assertSame("refused.json", ReportJson.of(SampleReports.refused()));
    }

    @Test
    void jsonWhenReadBackThenHasWhatTheReportHas() throws Exception {
        ParityReport report = SampleReports.refused();

        JsonNode json = new ObjectMapper().readTree(ReportJson.of(report));

        assertThat(json.get("format").intValue()).isEqualTo(1);
        assertThat(json.get("refused").booleanValue()).isTrue();
        assertThat(json.get("agrees").booleanValue()).isFalse();
        assertThat(json.at("/counts/errors").intValue()).isEqualTo(2);
        assertThat(json.get("findings")).hasSameSizeAs(report.findings());
        assertThat(json.at("/findings/1/actual").textValue())
                .isEqualTo(report.findings().get(1).actual());
        assertThat(json.at("/services/1/fingerprint").textValue())
                .isEqualTo(report.services().get(1).fingerprint());
        assertThat(json.at("/findings/0/expectedFrom").textValue()).isEqualTo("sound value");
    }

    @Test
    void jsonWhenThousandsDifferThenHasThemAll() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(ReportJson.of(SampleReports.many(5000)))
                        .get("findings"))
                .hasSize(5000);
    }

    @Test
    void jsonWhenValuesAreHostileThenReadsBackAsTheyWere() throws Exception {
        String hostile = "\"\\\n\u001b\u009b\u202e\ud83d\ude00</script>";

        JsonNode json = new ObjectMapper().readTree(ReportJson.of(SampleReports.hostile(hostile)));

        assertThat(json.at("/findings/0/expected").textValue()).isEqualTo(hostile);
        assertThat(ReportJson.of(SampleReports.hostile(hostile)).chars()).allMatch(c -> c == 10 || c >= 32 && c < 127);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void jsonWhenWrittenThenKeepsToItsSchema(String name, ParityReport report) throws Exception {
        assertThat(errors(ReportJson.of(report))).isEmpty();
    }

    static Stream<Arguments> jsonWhenWrittenThenKeepsToItsSchema() {
        return Stream.concat(
                ReportTextTest.textWhenRenderedThenIsTheGoldenOne(),
                Stream.of(Arguments.of("hostile", SampleReports.hostile("\n\u001b"))));
    }

    @Test
    void schemaWhenAKeyIsMissingOrStrangeThenSaysSo() throws Exception {
        String json = ReportJson.of(SampleReports.agreement());

        assertThat(errors(json.replace("\"application\"", "\"applicaton\""))).hasSize(2);
        assertThat(errors(json.replace("\"enforce\"", "\"forcefully\""))).hasSize(1);
    }

    private static List<Error> errors(String json) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }
}
