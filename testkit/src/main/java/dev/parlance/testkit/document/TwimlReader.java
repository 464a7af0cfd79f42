package dev.parlance.testkit.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a document into its verbs, or says what Twilio says of it. */
public final class TwimlReader {
    private static final int LONGEST = 64 << 10;
    private static final int DEEPEST = 50;
    private static final XMLInputFactory XML = safe();

    private TwimlReader() {}

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads a document.
     *
     * @throws BadTwiml 11750 if it is too long, 12100 if it is no XML, 12102 if its root is not {@code Response}
     */
    public static Verb read(String document) throws BadTwiml {
        if (document.length() > LONGEST) {
            throw new BadTwiml(11750, "TwiML response body too large: more than 64 kB");
        }
        if (document.isBlank()) {
            throw new BadTwiml(12100, "Document parse failure: Premature end of file.");
        }
        Verb root = parse(document);
        if (!root.name().equals("Response")) {
            throw new BadTwiml(12102, "Invalid root element <" + root.name() + ">: a document needs <Response>");
        }
        return root;
    }

    private static Verb parse(String document) throws BadTwiml {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(document.strip()));
            try {
                reader.nextTag();
                Verb root = element(reader, 0);
                while (reader.hasNext()) {
                    reader.next(); // what stands behind the root may be malformed
                }
                return root;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new BadTwiml(12100, "Document parse failure: Error on line " + line + " of document: " + cause(e));
        }
    }

    private static String cause(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int sentence = message.indexOf("Message: ");
        return sentence < 0 ? message : message.substring(sentence + "Message: ".length());
    }

    private static Verb element(XMLStreamReader reader, int depth) throws XMLStreamException, BadTwiml {
        if (depth > DEEPEST) {
            throw new BadTwiml(12100, "Document parse failure: elements are nested too deeply");
        }
        String name = reader.getLocalName();
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
        return new Verb(name, attributes, List.copyOf(children), text.toString().strip(), oneSpaced(spoken));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String oneSpaced(StringBuilder text) {
        return text.toString().strip().replaceAll("[ \\t\\r\\n]+", " ");
    }
}
