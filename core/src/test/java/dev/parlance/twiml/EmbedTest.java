package dev.parlance.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Say;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTest {
    @Test
    void a_verb_from_the_sdk_is_embedded() {
        String verb = new Dial.Builder("+15005550006").timeout(5).build().toXml();

        assertThat(embedded(verb)).isEqualTo("<Dial timeout=\"5\">+15005550006</Dial>");
    }

    @Test
    void the_children_of_a_whole_document_are_embedded() {
        String document = new VoiceResponse.Builder()
                .say(new Say.Builder("One").build())
                .say(new Say.Builder("Two").build())
                .build()
                .toXml();

        assertThat(embedded(document)).isEqualTo("<Say>One</Say><Say>Two</Say>");
        assertThat(embedded("<Response/>")).isEmpty();
    }

    @Test
    void several_verbs_are_embedded() {
        assertThat(embedded("<Pause/><Say>One</Say>")).isEqualTo("<Pause/><Say>One</Say>");
    }

    @Test
    void xml_is_embedded_in_an_element_as_a_child() {
        assertThat(VoiceTwiml.create()
                        .gather(g -> g.digits(1).embed("<Say>One</Say>").say("Two"))
                        .toXml())
                .contains("<Gather numDigits=\"1\" input=\"dtmf\"><Say>One</Say><Say>Two</Say></Gather>");
    }

    @Test
    void comments_and_instructions_and_the_declaration_are_dropped() {
        assertThat(embedded("\uFEFF<?xml version='1.0'?><!-- c --><Say><?pi x?>a<!-- b --><![CDATA[<c>]]></Say>"))
                .isEqualTo("<Say>a&lt;c&gt;</Say>");
    }

    @Test
    void namespace_prefixes_and_declarations_are_kept() {
        assertThat(embedded("<Say><amazon:effect name='whispered'>a</amazon:effect></Say>"))
                .isEqualTo("<Say><amazon:effect name=\"whispered\">a</amazon:effect></Say>");
        assertThat(embedded("<x:Say xmlns:x=\"urn:x\" xml:lang=\"fr\"/>"))
                .isEqualTo("<x:Say xmlns:x=\"urn:x\" xml:lang=\"fr\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Say>",
                "</Response>",
                "</embedded><embedded>",
                "</embedded><!--",
                "<Say a=1/>",
                "<Say a='1' a='2'/>",
                "<Say>&unknown;</Say>",
                "<Say>&#1;</Say>",
                "<Say>\u0001</Say>",
                "<Say>\uD800</Say>",
                "a & b",
                "<![CDATA[",
                "<Say/><?xml version='1.0'?>"
            })
    void malformed_xml_is_refused_with_its_line(String xml) {
        assertThatThrownBy(() -> VoiceTwiml.create().embed(xml))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("not well-formed, at line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Response><Response/>",
                "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><Say>&b;</Say>",
                "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><Say>&f;</Say>",
                "<!DOCTYPE r SYSTEM 'http://localhost:1/x.dtd'><Say/>",
                "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><Say/>"
            })
    void a_document_type_is_refused(String xml) {
        assertThatThrownBy(() -> VoiceTwiml.create().embed(xml)).isInstanceOf(TwimlException.class);
    }

    @Test
    void non_ascii_names_are_refused() {
        assertThatThrownBy(() -> VoiceTwiml.create().embed("<é/>"))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("é");
    }

    @Test
    void xml_that_is_too_long_is_refused() {
        VoiceTwiml twiml = VoiceTwiml.create();

        assertThatThrownBy(() -> twiml.embed("<Pause/>".repeat(10_000))).isInstanceOf(TwimlException.class);
        assertThat(twiml.hangup().toXml()).endsWith("<Response><Hangup/></Response>");
    }

    @Test
    void our_own_documents_can_be_embedded() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String first = HostileText.from(random);
            String second = HostileText.from(random).repeat(200);
            VoiceTwiml twiml = VoiceTwiml.create()
                    .element("A", a -> a.attribute("b", first).text(second));

            assertThat(Xml.of(VoiceTwiml.create().embed(twiml.toXml())))
                    .as("seed %d", seed)
                    .isEqualTo(Xml.of(twiml));
        }
    }

    private static String embedded(String xml) {
        String whole = VoiceTwiml.create().element("E", e -> e.embed(xml)).toXml();
        return whole.substring(whole.indexOf("<E>") + 3, whole.indexOf("</E>"));
    }
}
