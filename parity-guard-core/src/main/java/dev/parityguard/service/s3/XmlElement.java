package dev.parityguard.service.s3;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a small XML document: its local name, its own text and what it contains. */
record XmlElement(String name, String text, List<XmlElement> children) {
    XmlElement {
        children = List.copyOf(children);
    }

    /** Every element below this one that has that name, in the document's order. */
    List<XmlElement> all(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<XmlElement> found) {
        for (XmlElement child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
            child.collect(wanted, found);
        }
    }

    /** The text of the first element of that name that has one, or null. */
    @Nullable
    String first(String wanted) {
        for (XmlElement element : all(wanted)) {
            if (!element.text.isEmpty()) {
                return element.text;
            }
        }
        return null;
    }
}
