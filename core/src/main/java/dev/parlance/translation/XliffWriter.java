package dev.parlance.translation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes XLIFF 1.2, the version that every translation tool reads. Each placeholder is an {@code <x/>}. */
final class XliffWriter {
    private final StringBuilder xml = new StringBuilder();

    private XliffWriter() {}

    static String write(TranslationSheet sheet) {
        XliffWriter writer = new XliffWriter();
        writer.xml
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n")
                .append("  <file original=\"prompts\" datatype=\"plaintext\" source-language=\"")
                .append(sheet.source())
                .append("\" target-language=\"")
                .append(sheet.target())
                .append("\">\n    <body>\n");
        sheet.entries().forEach(writer::unit);
        return writer.xml.append("    </body>\n  </file>\n</xliff>\n").toString();
    }

    private void unit(TranslationEntry entry) {
        String key = escaped(entry.key());
        xml.append("      <trans-unit id=\"")
                .append(key)
                .append("\" resname=\"")
                .append(key);
        entry.context()
                .maxLength()
                .ifPresent(most -> xml.append("\" maxwidth=\"").append(most).append("\" size-unit=\"char"));
        if (entry.state() == TranslationState.DONE) {
            xml.append("\" approved=\"yes");
        }
        xml.append("\" xml:space=\"preserve\">\n        <source>")
                .append(content(entry.source()))
                .append("</source>\n");
        entry.translation().ifPresent(text -> {
            boolean isDone = entry.state() == TranslationState.DONE;
            xml.append("        <target state=\"")
                    .append(isDone ? "translated" : "needs-review-translation")
                    .append("\">")
                    .append(content(text))
                    .append("</target>\n");
            exported(text, entry.translatedFrom());
        });
        if (!entry.context().description().isEmpty()) {
            xml.append("        <note>")
                    .append(escaped(entry.context().description()))
                    .append("</note>\n");
        }
        xml.append("      </trans-unit>\n");
    }

    /** The translation as exported, to see at import whether the prompts have a newer one. */
    private void exported(String text, Optional<String> translatedFrom) {
        xml.append("        <alt-trans alttranstype=\"previous-version\">");
        translatedFrom.ifPresent(
                from -> xml.append("<source>").append(content(from)).append("</source>"));
        xml.append("<target>").append(content(text)).append("</target></alt-trans>\n");
    }

    private static String content(String text) {
        StringBuilder content = new StringBuilder();
        Map<String, Integer> uses = new HashMap<>();
        for (PromptText.Part part : PromptText.of(text).parts()) {
            if (part.kind() == PromptText.Kind.PLACEHOLDER) {
                String name = part.text().replaceAll("[{} ]|,.*", "");
                int use = uses.merge(name, 1, Integer::sum);
                content.append("<x id=\"")
                        .append(escaped(use == 1 ? name : name + "_" + use))
                        .append("\" equiv-text=\"")
                        .append(escaped(part.text()))
                        .append("\"/>");
            } else {
                content.append(escaped(part.text()));
            }
        }
        return content.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0. */
    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
    }
}
