package dev.parlance.fake.twilio.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Parses a TwiML document into verbs, and reports errors as Twilio does. */
public final class TwimlReader {
    private static final int MAX_LENGTH = 64 << 10;
    private static final int MAX_DEPTH = 50;
    private static final XMLInputFactory XML = safeFactory();

    private TwimlReader() {}

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // SSML has undeclared ones, as in amazon:effect
        return factory;
    }

    /**
     * Parses a document.
     *
     * @throws InvalidTwiml 11750 if it is too long, 12100 if it is not XML, 12102 if the root element is not {@code Response}
     */
    public static Verb read(String document) throws InvalidTwiml {
        if (document.length() > MAX_LENGTH) {
            throw new InvalidTwiml(11750, "TwiML response body too large: more than 64 kB");
        }
        if (document.isBlank()) {
            throw new InvalidTwiml(12100, "Document parse failure: Premature end of file.");
        }
        Verb root = parse(document);
        if (!root.name().equals("Response")) {
            throw new InvalidTwiml(12102, "Invalid root element <" + root.name() + ">: a document needs <Response>");
        }
        return root;
    }

    /** Whether this is a well-formed XML document, of any kind. */
    public static boolean isXml(String document) {
        try {
            parse(document);
            return true;
        } catch (InvalidTwiml e) {
            return false;
        }
    }

    private static Verb parse(String document) throws InvalidTwiml {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(withoutByteOrderMark(document)));
            try {
                reader.nextTag();
                Verb root = element(reader, 0);
                while (reader.hasNext()) {
                    reader.next(); // checks that nothing malformed follows the root
                }
                return root;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new InvalidTwiml(
                    12100, "Document parse failure: Error on line " + line + " of document: " + cause(e));
        }
    }

    private static String withoutByteOrderMark(String document) {
        return document.startsWith("\uFEFF") ? document.substring(1) : document;
    }

    private static String cause(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int sentence = message.indexOf("Message: ");
        return sentence < 0 ? message : message.substring(sentence + "Message: ".length());
    }

    private static Verb element(XMLStreamReader reader, int depth) throws XMLStreamException, InvalidTwiml {
        if (depth > MAX_DEPTH) {
            throw new InvalidTwiml(12100, "Document parse failure: elements are nested too deeply");
        }
        String name = named(reader.getPrefix(), reader.getLocalName());
        Map<String, String> attributes = attributes(reader);
        List<Verb> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        StringBuilder spoken = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                Verb child = element(reader, depth + 1);
                children.add(child);
                spoken.append(' ').append(child.spoken()).append(' ');
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
                spoken.append(reader.getText());
            }
        }
        return new Verb(name, attributes, List.copyOf(children), text.toString().strip(), normalizeSpaces(spoken));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = named(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
            attributes.put(name, reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String named(@Nullable String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    private static String normalizeSpaces(StringBuilder text) {
        return text.toString().strip().replaceAll("[ \\t\\r\\n]+", " ");
    }
}
