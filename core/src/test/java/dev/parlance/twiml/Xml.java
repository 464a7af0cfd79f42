package dev.parlance.twiml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A parsed document for comparison: element names, unordered attributes, ordered text and elements. */
record Xml(String name, Map<String, String> attributes, List<Object> content) {
    static Xml of(Twiml twiml) {
        return parse(new String(twiml.toBytes(), StandardCharsets.UTF_8));
    }

    static Xml parse(String xml) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return of(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + xml, e);
        }
    }

    /** All text in this element, in order. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            text.append(part instanceof Xml element ? element.text() : part);
        }
        return text.toString();
    }

    Xml onlyChild() {
        return (Xml) content.get(0);
    }

    /** The text without the characters that XML 1.0 forbids. */
    static String withoutForbidden(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static Xml of(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap nodes = element.getAttributes();
        for (int i = 0; i < nodes.getLength(); i++) {
            attributes.put(nodes.item(i).getNodeName(), nodes.item(i).getNodeValue());
        }
        List<Object> content = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            content.add(node instanceof Text text ? text.getData() : of((Element) node));
        }
        return new Xml(element.getTagName(), attributes, content);
    }

    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {}

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };
}
