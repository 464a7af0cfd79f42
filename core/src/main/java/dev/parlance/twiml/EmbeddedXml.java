package dev.parlance.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML and writes it with an {@link XmlWriter}.
 *
 * <p>The parser sees the XML inside a wrapper element, so it can be one element or several. XML forbids a document type
 * there, so no entity can be declared; the parser is configured to refuse one as well. A prefix is simply part of a name,
 * as it is for Twilio.
 */
final class EmbeddedXml extends DefaultHandler {
    private static final Pattern DECLARATION = Pattern.compile("\\A\\uFEFF?\\s*<\\?xml\\s[^>]*\\?>");
    private static final String WRAPPER = "embedded";

    private final XmlWriter out = new XmlWriter();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean inStartTag;

    private EmbeddedXml() {}

    static XmlWriter parse(String xml) {
        String content = DECLARATION.matcher(xml).replaceFirst("");
        String wrapped = "<" + WRAPPER + ">" + content + "</" + WRAPPER + ">";
        EmbeddedXml handler = new EmbeddedXml();
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new InputSource(new StringReader(wrapped)), handler);
        } catch (SAXParseException e) {
            throw new TwimlException(
                    "The embedded XML is not well-formed, at line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new TwimlException("The embedded XML cannot be parsed: " + e.getMessage(), e);
        }
        handler.out.checkSize();
        return handler.out;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        depth++;
        endText();
        if (!isWritten(name)) {
            return;
        }
        endStartTag();
        out.startTag(XmlName.checked(name, "the embedded XML"));
        for (int i = 0; i < attributes.getLength(); i++) {
            out.attribute(XmlName.checked(attributes.getQName(i), "embedded <" + name + ">"), attributes.getValue(i));
        }
        inStartTag = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        endText();
        if (isWritten(name)) {
            if (inStartTag) {
                out.ascii("/>");
                inStartTag = false;
            } else {
                out.endTag(name);
            }
        }
        depth--;
    }

    /** Neither the wrapper nor a {@code <Response>} directly inside it is written. */
    private boolean isWritten(String name) {
        return depth > 2 || (depth == 2 && !name.equals("Response"));
    }

    /** Text comes in pieces, which can end between the halves of a surrogate pair. */
    private void endText() {
        if (!text.isEmpty()) {
            endStartTag();
            out.text(text.toString());
            text.setLength(0);
        }
    }

    private void endStartTag() {
        if (inStartTag) {
            out.ascii(">");
            inStartTag = false;
        }
    }
}
