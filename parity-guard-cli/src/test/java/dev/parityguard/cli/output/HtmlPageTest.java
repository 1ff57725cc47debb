package dev.parityguard.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it. Its screenshots are left beside the classes, to be looked at. */
@Tag("packages")
class HtmlPageTest {
    private static final String FILTER = "document.getElementById('filter').dispatchEvent(new Event('input'));";
    private static final String ARTICLES = "document.querySelectorAll('article').length";

    @TempDir
    private Path folder;

    @Test
    void pageTellsVerdictValuesAndReasons() throws Exception {
        try (Browser browser = open(HtmlReport.of(Reports.mixed()))) {
            assertThat(text(browser, "verdict"))
                    .isEqualTo("✗ orders does not match profile \"orders\" (captured from production, 2026-11-21)");
            assertThat(text(browser, "counts"))
                    .isEqualTo("1 error · 1 warning · 2 unknown · 61 facts agree · 1 waived · 1 note");
            assertThat(browser.evaluate("document.querySelector('article').innerText")
                            .asText())
                    .contains(
                            "noeviction",
                            "all`keys|-lru",
                            "a queue loses jobs <without> a word",
                            "set it & look again");
            assertThat(browser.evaluate("document.querySelectorAll('b').length").asInt())
                    .isZero();

            JsonNode light = browser.evaluate("getComputedStyle(document.body).backgroundColor");
            browser.colours("dark");
            assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo(light);
            keep(browser, "dark");
            browser.colours("light");
            keep(browser, "light");
        }
    }

    @Test
    void pageIsUsableByKeyboardAndScreenReader() throws Exception {
        try (Browser browser = open(HtmlReport.of(Reports.many(150)))) {
            assertThat(browser.evaluate("document.documentElement.lang").asText())
                    .isEqualTo("en");
            assertThat(browser.evaluate("[...document.querySelectorAll('input, select, button')]"
                                    + ".filter(e => !(e.labels && e.labels.length) && !e.textContent.trim()).length")
                            .asInt())
                    .as("controls without a name")
                    .isZero();
            assertThat(browser.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(h => h.tagName)"
                                    + ".filter((h, i, all) => i > 0 && h > 'H' + (1 + +all[i - 1][1])).length")
                            .asInt())
                    .as("headings that leave out a level")
                    .isZero();
            assertThat(browser.evaluate("document.getElementById('status').getAttribute('aria-live')")
                            .asText())
                    .isEqualTo("polite");
            browser.evaluate("document.getElementById('more').click()");
            assertThat(browser.evaluate("[...document.querySelectorAll('article')].indexOf(document.activeElement)")
                            .asInt())
                    .as("the finding that is focused after more are shown")
                    .isEqualTo(100);
        }
    }

    @Test
    void tenThousandFindingsAreFilteredAtOnce() throws Exception {
        try (Browser browser = open(HtmlReport.of(Reports.many(10_000)))) {
            assertThat(text(browser, "status")).isEqualTo("Showing 100 of 10,000");
            double millis = browser.evaluate("(() => { const from = performance.now();"
                            + "document.querySelector('#words input[value=error]').checked = false;" + FILTER
                            + "document.body.getBoundingClientRect(); return performance.now() - from; })()")
                    .asDouble();
            assertThat(text(browser, "status")).isEqualTo("Showing 100 of 6,666 that match, 10,000 in all");
            assertThat(millis).isLessThan(2_000);

            browser.evaluate("document.getElementById('service').value = 'orders-db';" + FILTER);
            assertThat(text(browser, "status")).startsWith("Showing 100 of 2,222 that match");
            browser.evaluate("document.getElementById('text').value = 'column_9999';" + FILTER);
            assertThat(browser.evaluate(ARTICLES).asInt()).isEqualTo(1);
        }
    }

    private Browser open(String html) throws Exception {
        return new Browser(Files.writeString(folder.resolve("report.html"), html), folder);
    }

    private static String text(Browser browser, String id) {
        return browser.evaluate("document.getElementById('" + id + "').textContent")
                .asText();
    }

    private static void keep(Browser browser, String name) throws Exception {
        Path kept = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(kept.resolve("report-" + name + ".png"), browser.screenshot());
    }
}
