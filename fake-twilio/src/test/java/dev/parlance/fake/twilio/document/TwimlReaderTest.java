package dev.parlance.fake.twilio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {
    private static final String DOCUMENT =
            "<?xml version=\"1.0\"?><Response><Gather input=\"speech\"><Say xml:lang=\"es\">¿Cómo <emphasis>fue</emphasis>?</Say></Gather></Response>";

    @Test
    void verbs_have_attributes_children_and_spoken_text() throws InvalidTwiml {
        Verb gather = TwimlReader.read(DOCUMENT).children().get(0);

        assertThat(gather.attribute("input")).contains("speech");
        assertThat(gather.spoken()).isEqualTo("¿Cómo fue ?");
        assertThat(gather.children().get(0).attribute("xml:lang")).contains("es");
        assertThat(gather.children().get(0).toString()).isEqualTo("<Say xml:lang=\"es\">");
    }

    @Test
    void line_breaks_are_kept_in_text_but_not_in_speech() throws InvalidTwiml {
        Verb message = TwimlReader.read("<Response><Message> one\n two </Message></Response>")
                .children()
                .get(0);

        assertThat(message.text()).isEqualTo("one\n two");
        assertThat(message.spoken()).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "<Response>",
                "<Response></Wrong>",
                "<Response/><Response/>",
                "<Response>&nbsp;</Response>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Say>&x;</Say></Response>",
                "<Response><Say a='1' a='2'/></Response>",
                "<Response>\u0001</Response>"
            })
    void invalid_xml_is_12100(String document) {
        assertThatThrownBy(() -> TwimlReader.read(document))
                .isInstanceOfSatisfying(
                        InvalidTwiml.class, e -> assertThat(e.code()).isEqualTo(12100));
    }

    @Test
    void other_invalid_documents_have_their_error_codes() {
        assertCode("<Answer/>", 12102);
        assertCode("<Response>" + " ".repeat(65_536) + "</Response>", 11750);
        assertCode("<Response>" + "<Say>".repeat(60) + "</Say>".repeat(60) + "</Response>", 12100);
    }

    private static void assertCode(String document, int code) {
        assertThatThrownBy(() -> TwimlReader.read(document))
                .isInstanceOfSatisfying(
                        InvalidTwiml.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void random_input_is_a_document_or_a_twilio_error() {
        Random random = new Random(4);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder document = new StringBuilder(DOCUMENT);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(document.length());
                switch (random.nextInt(3)) {
                    case 0 -> document.deleteCharAt(at);
                    case 1 -> document.setCharAt(at, (char) random.nextInt(0x180));
                    default -> document.insert(at, "<>&\"'/= \n".charAt(random.nextInt(9)));
                }
            }
            try {
                Schema.voice().warnings(TwimlReader.read(document.toString()));
                read++;
            } catch (InvalidTwiml e) {
                assertThat(e.code()).isIn(12100, 12102);
            }
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    @Test
    void the_schema_warns_about_invalid_children_and_attributes() throws InvalidTwiml {
        Verb response = TwimlReader.read("<Response><Gather><Dial/></Gather><Say><prosody rate='slow'>x</prosody></Say>"
                + "<Pause length='long'/><Redirect method='PUT'/></Response>");

        assertThat(Schema.voice().warnings(response))
                .hasSize(3)
                .anyMatch(warning -> warning.contains("'Dial' in element 'Gather'"))
                .anyMatch(warning -> warning.contains("'long'"))
                .anyMatch(warning -> warning.contains("'PUT'"));
    }
}
