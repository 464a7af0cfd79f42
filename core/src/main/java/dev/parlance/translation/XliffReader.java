package dev.parlance.translation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/** Reads XLIFF 1.2. A document type, with which a file could name other files, is refused. */
final class XliffReader extends DefaultHandler {
    private static final Set<String> WITH_TEXT = Set.of("g", "mrk", "ph", "it", "bpt", "ept", "sub", "x", "bx", "ex");

    private final List<TranslatedUnit> units = new ArrayList<>();
    private final Map<String, String> placeholders = new HashMap<>();
    private Locator locator = new LocatorImpl();
    private String sourceTag = "";
    private String targetTag = "";
    private String key = "";
    private int line;
    private boolean isApproved;
    private boolean isOpen;
    private boolean isAlternative;
    private boolean isExported;
    private String source = "";
    private String translation = "";
    private Optional<String> exported = Optional.empty();
    private @Nullable StringBuilder text;

    private XliffReader() {}

    static TranslatedFile read(Path path, byte[] bytes) {
        XliffReader reader = new XliffReader();
        try {
            SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(bytes), reader);
        } catch (SAXParseException e) {
            return TranslatedFile.unreadable(path, e.getLineNumber(), "this is not valid XML: " + e.getMessage());
        } catch (SAXException | IOException e) {
            return TranslatedFile.unreadable(path, reader.line(), String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java can refuse a document type", e);
        }
        return new TranslatedFile(path, reader.sourceTag, reader.targetTag, reader.units, List.of());
    }

    private int line() {
        return locator.getLineNumber();
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "xliff" -> checkVersion(attribute(attributes, "version"));
            case "file" -> startFile(attributes);
            case "trans-unit" -> startUnit(attributes);
            case "alt-trans" -> {
                isAlternative = true;
                isExported = attribute(attributes, "alttranstype").equals("previous-version");
            }
            case "source" -> text = new StringBuilder();
            case "target" -> {
                text = new StringBuilder();
                if (!isAlternative) {
                    isOpen = !isApproved && isOpen(attribute(attributes, "state"));
                }
            }
            case "x", "bx", "ex" -> placeholder(attributes);
            default -> {
                if (!WITH_TEXT.contains(name)) {
                    text = null;
                }
            }
        }
    }

    private static void checkVersion(String version) throws SAXException {
        if (!version.startsWith("1.")) {
            throw new SAXException("this is XLIFF " + version + "; save it as XLIFF 1.2");
        }
    }

    private void startFile(Attributes attributes) throws SAXException {
        String target = attribute(attributes, "target-language");
        if (!targetTag.isEmpty() && !targetTag.equals(target)) {
            throw new SAXException("the file has more than one target language; split it");
        }
        sourceTag = attribute(attributes, "source-language");
        targetTag = target;
    }

    private void startUnit(Attributes attributes) {
        key = attribute(attributes, "id");
        line = line();
        isApproved = attribute(attributes, "approved").equals("yes");
        isOpen = false;
        source = "";
        translation = "";
        exported = Optional.empty();
        placeholders.clear();
    }

    private static boolean isOpen(String state) {
        return state.startsWith("needs-") || state.equals("new");
    }

    /** The source says what each placeholder stands for, in case the tool keeps only its id in the translation. */
    private void placeholder(Attributes attributes) {
        String id = attribute(attributes, "id");
        String written = attribute(attributes, "equiv-text");
        String value = written.isEmpty() ? placeholders.getOrDefault(id, "{" + id + "}") : written;
        placeholders.putIfAbsent(id, value);
        if (text != null) {
            text.append(value);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (text != null) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "source" -> {
                if (!isAlternative) {
                    source = taken();
                }
            }
            case "target" -> {
                if (!isAlternative) {
                    translation = taken();
                } else if (isExported) {
                    exported = Optional.of(taken());
                }
            }
            case "alt-trans" -> isAlternative = false;
            case "trans-unit" -> units.add(new TranslatedUnit(key, source, translation, exported, isOpen, line));
            default -> {}
        }
    }

    private String taken() {
        String taken = text == null ? "" : text.toString();
        text = null;
        return taken;
    }

    private static String attribute(Attributes attributes, String name) {
        return Objects.requireNonNullElse(attributes.getValue(name), "");
    }
}
