package dev.parityguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whoever adds the library gets these jars; everything else is the application's own choice. */
class MandatoryDependenciesTest {

    private static final String MANDATORY = "/project/dependencies/dependency"
            + "[not(optional = 'true') and not(scope = 'provided' or scope = 'test')]/artifactId";

    @Test
    void coreWhenAddedToAnApplicationThenBringsOnlyTheLoggingApiAndJackson() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        var artifacts =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(MANDATORY, pom, XPathConstants.NODESET);

        assertThat(IntStream.range(0, artifacts.getLength()).mapToObj(artifacts::item))
                .extracting(Node::getTextContent)
                .containsExactlyInAnyOrder("slf4j-api", "jackson-databind");
    }
}
