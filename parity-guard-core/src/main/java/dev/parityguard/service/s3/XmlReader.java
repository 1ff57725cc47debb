package dev.parityguard.service.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small documents in UTF-8 that stores answer with. What they never hold, a document type with its entities,
 * makes them unreadable. The JDK's own reader would be 190 more classes in a process that reads no other XML.
 */
final class XmlReader {
    private static final int MAX_DEPTH = 20;

    private final String text;
    private int at;

    private XmlReader(String text) {
        this.text = text;
    }

    /** The root of a document, or null when the bytes are none. Never throws. */
    static @Nullable XmlElement root(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        try {
            return new XmlReader(text.startsWith("\uFEFF") ? text.substring(1) : text).root();
        } catch (NotXmlException e) {
            return null;
        }
    }

    private XmlElement root() throws NotXmlException {
        while (true) {
            if (!upTo("<").isBlank()) {
                throw new NotXmlException();
            }
            if (!skipped()) {
                return element(MAX_DEPTH);
            }
        }
    }

    /** An element whose opening bracket was just read. */
    private XmlElement element(int depth) throws NotXmlException {
        if (depth == 0) {
            throw new NotXmlException();
        }
        String name = name();
        StringBuilder own = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        boolean open = attributes();
        while (open) {
            own.append(unescaped(upTo("<")));
            if (accept("![CDATA[")) {
                own.append(upTo("]]>"));
            } else if (accept("/")) {
                open = false;
                if (!name().equals(name) || !upTo(">").isBlank()) {
                    throw new NotXmlException();
                }
            } else if (!skipped()) {
                children.add(element(depth - 1));
            }
        }
        String localName = name.substring(name.indexOf(':') + 1);
        return new XmlElement(localName, own.toString().strip(), children);
    }

    /** Reads on behind the opening tag, and tells whether the element has an end tag of its own. */
    private boolean attributes() throws NotXmlException {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '>') {
                return true;
            } else if (c == '/' && accept(">")) {
                return false;
            } else if (c == '"' || c == '\'') {
                upTo(String.valueOf(c));
            }
        }
        throw new NotXmlException();
    }

    /** Comments and processing instructions, such as the XML declaration. */
    private boolean skipped() throws NotXmlException {
        if (accept("?")) {
            upTo("?>");
            return true;
        } else if (accept("!--")) {
            upTo("-->");
            return true;
        }
        return false;
    }

    private String name() throws NotXmlException {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.:".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new NotXmlException();
        }
        return text.substring(start, at);
    }

    private boolean accept(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    /** What stands before the mark; reading goes on behind it. */
    private String upTo(String mark) throws NotXmlException {
        int end = text.indexOf(mark, at);
        if (end < 0) {
            throw new NotXmlException();
        }
        String before = text.substring(at, end);
        at = end + mark.length();
        return before;
    }

    private static String unescaped(String escaped) throws NotXmlException {
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (int entity = escaped.indexOf('&'); entity >= 0; entity = escaped.indexOf('&', from)) {
            int end = escaped.indexOf(';', entity);
            if (end < 0) {
                throw new NotXmlException();
            }
            plain.append(escaped, from, entity).append(character(escaped.substring(entity + 1, end)));
            from = end + 1;
        }
        return plain.append(escaped, from, escaped.length()).toString();
    }

    private static String character(String entity) throws NotXmlException {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(entity);
        };
    }

    private static String numbered(String entity) throws NotXmlException {
        try {
            if (entity.startsWith("#x")) {
                return Character.toString(Integer.parseInt(entity.substring(2), 16));
            } else if (entity.startsWith("#")) {
                return Character.toString(Integer.parseInt(entity.substring(1)));
            }
        } catch (IllegalArgumentException e) {
            // a number that no character has
        }
        throw new NotXmlException();
    }

    private static final class NotXmlException extends Exception {
        private static final long serialVersionUID = 1L;

        NotXmlException() {
            super("no XML", null, false, false);
        }
    }
}
