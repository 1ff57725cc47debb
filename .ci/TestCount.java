import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Adds up Surefire's XML reports below the given folders and prints {@code N passed, N failed, N skipped} as the last
 * line. Fails when no test ran, when one failed, or when a skipped test is not on the list of allowed skips.
 */
class TestCount {

    public static void main(String[] args) throws Exception {
        Set<String> allowed = readAllowedSkips(Path.of(args[0]));
        List<String> failed = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        int total = 0;
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (int i = 1; i < args.length; i++) {
            for (Path report : reports(Path.of(args[i]))) {
                var cases = parser.parse(report.toFile()).getElementsByTagName("testcase");
                for (int c = 0; c < cases.getLength(); c++) {
                    Element test = (Element) cases.item(c);
                    String name = test.getAttribute("classname") + "#" + methodOf(test);
                    total++;
                    if (has(test, "failure") || has(test, "error")) {
                        failed.add(name);
                    } else if (has(test, "skipped")) {
                        skipped.add(name);
                    }
                }
            }
        }

        List<String> unexpected =
                skipped.stream().filter(name -> !allowed.contains(name)).toList();
        failed.forEach(name -> System.out.println("failed: " + name));
        unexpected.forEach(name -> System.out.println("skipped, but not on the list of allowed skips: " + name));
        int passed = total - failed.size() - skipped.size();
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, failed.size(), skipped.size());
        System.exit(passed == 0 || !failed.isEmpty() || !unexpected.isEmpty() ? 1 : 0);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> readAllowedSkips(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    /** The name without the arguments that Surefire appends for parameterized tests. */
    private static String methodOf(Element test) {
        return test.getAttribute("name").replaceFirst("[({\\[].*", "");
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }
}
