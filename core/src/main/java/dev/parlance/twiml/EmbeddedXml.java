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
 * Writes parsed XML anew, by the rules of {@link XmlWriter}.
 *
 * <p>The XML is parsed inside an element of ours. There it may be one element or several, and XML itself forbids
 * document types, so that no entity can be declared; the parser is told to refuse them all the same. Prefixes are
 * plain parts of names, as they are to Twilio.
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
        handler.out.mustFit();
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

    /** The wrapper is not, nor is a {@code <Response>} directly in it. */
    private boolean isWritten(String name) {
        return depth > 2 || (depth == 2 && !name.equals("Response"));
    }

    /** A text comes in pieces that can end between the halves of a surrogate pair. */
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
