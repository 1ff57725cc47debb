package dev.parityguard.service.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One element of a small XML document: its local name, its own text and what it contains. */
record XmlElement(String name, String text, List<XmlElement> children) {
    private static final int MAX_DEPTH = 20;

    XmlElement {
        children = List.copyOf(children);
    }

    /** The root of a document, or null when the bytes are none. Never throws. */
    static @Nullable XmlElement parse(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return element(reader, MAX_DEPTH);
                }
            }
            return null;
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth == 0) {
            throw new XMLStreamException("too deep");
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth - 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(name, text.toString().strip(), children);
                }
                default -> {}
            }
        }
    }

    /** Every element below this one that has that name, in the document's order. */
    Stream<XmlElement> all(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name().equals(wanted) ? Stream.of(child) : Stream.empty(), child.all(wanted)));
    }

    /** The text of the first element of that name, or null when there is none or it is empty. */
    @Nullable
    String first(String wanted) {
        return all(wanted)
                .map(XmlElement::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
