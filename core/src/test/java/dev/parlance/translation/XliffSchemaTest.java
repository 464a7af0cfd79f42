package dev.parlance.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** Exports are valid against the strict schema of XLIFF 1.2, as OASIS publishes it. */
class XliffSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void an_export_with_everything_in_it_is_valid() throws Exception {
        Path prompts = Files.createDirectory(folder.resolve("prompts"));
        Files.writeString(prompts.resolve("en.json"), """
                {"hello": "Hello, {name} & {name}!", "cups": "{count, plural, one {# <cup>} other {# cups for {name}}}",
                 "tea": "Tea \\"to go\\"", "tea.also": "chai", "odd": "a\\r\\n\\u0001\\ud83c\\udf75 {price, number, currency}"}
                """);
        Files.writeString(prompts.resolve("fr.json"), """
                {"hello": "Bonjour, {name} et {name} !", "tea": "Thé"}
                """);
        Translations translations = Translations.of(prompts)
                .withContexts(Map.of("tea", PromptContext.of("An option <b>").withMaxLength(20)));
        Path export = folder.resolve("fr.xlf");
        Files.writeString(export, translations.to("fr").toXliff());
        translations.read(export).write();
        Files.writeString(
                prompts.resolve("en.json"),
                Files.readString(prompts.resolve("en.json")).replace("Hello", "Hi"));

        String xliff = translations.to("fr").toXliff();

        assertThat(xliff)
                .contains(
                        "needs-review-translation",
                        "<alt-trans",
                        "maxwidth",
                        "equiv-text=\"{price, number, currency}\"");
        assertThatCode(() -> schema().newValidator().validate(new StreamSource(new StringReader(xliff))))
                .doesNotThrowAnyException();
    }

    private static Schema schema() throws Exception {
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS inputs =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        schemas.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = inputs.createLSInput();
            input.setByteStream(resource("xml.xsd"));
            return input;
        });
        return schemas.newSchema(new StreamSource(resource("xliff-core-1.2-strict.xsd")));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(XliffSchemaTest.class.getResourceAsStream("/xliff/" + name));
    }
}
