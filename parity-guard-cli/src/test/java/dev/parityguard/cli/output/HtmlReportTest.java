package dev.parityguard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void pageWhenAThousandDifferThenIsSmall() {
        assertThat(HtmlReport.of(Reports.many(1_000)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(200_000);
    }

    @Test
    void pageNeedsNothingFromElsewhere() {
        assertThat(HtmlReport.of(Reports.mixed()))
                .doesNotContain("src=", "href=\"http", "@import", "url(")
                .contains("default-src 'none'");
    }

    @Test
    void pageWhenValuesAreHostileThenHoldsThemAsData() throws Exception {
        String page = HtmlReport.of(Reports.mixed());

        int start = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        String data = page.substring(start, page.indexOf("</script>", start));
        JsonNode report = new ObjectMapper().readTree(data);
        assertThat(report.get("findings")).hasSize(6);
        JsonNode last = report.get("findings").get(5);
        assertThat(report.get("texts").get(last.get(6).asInt()).asText()).startsWith("]]> </script><b>");
        assertThat(page).doesNotContain("<b>");
    }
}
