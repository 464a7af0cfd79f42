package dev.parlance.twiml;

import static dev.parlance.twiml.Languages.FRENCH;
import static dev.parlance.twiml.Languages.SPANISH;
import static dev.parlance.twiml.Languages.WITHOUT_VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.PromptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VoiceTwimlTest {
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void a_language_sets_the_voice_and_the_recognized_language() {
        VoiceTwiml answer = VoiceTwiml.in(FRENCH)
                .prompt("welcome")
                .gather(g -> g.action("/answer").digits(1).speech().prompt("question.rate", "name", "Ana"))
                .redirect("/again");

        assertThat(answer.toXml())
                .isEqualTo(PROLOG + "<Response>"
                        + "<Say language=\"fr-FR\" voice=\"Polly.Lea\">Bienvenue à l’accueil</Say>"
                        + "<Gather action=\"/answer\" numDigits=\"1\" input=\"dtmf speech\" language=\"fr-FR\">"
                        + "<Say language=\"fr-FR\" voice=\"Polly.Lea\">Une note, Ana ?</Say></Gather>"
                        + "<Redirect>/again</Redirect></Response>");
    }

    @Test
    void without_a_language_there_are_no_language_attributes() {
        assertThat(body(VoiceTwiml.create().say("Hello").gather(g -> g.say("Press"))))
                .isEqualTo("<Say>Hello</Say><Gather><Say>Press</Say></Gather>");
    }

    @Test
    void an_empty_document_is_an_empty_response() {
        assertThat(VoiceTwiml.create().toXml()).isEqualTo(PROLOG + "<Response/>");
    }

    @Test
    void literal_text_is_also_spoken_in_the_language() {
        assertThat(body(VoiceTwiml.in(FRENCH).say("Oui")))
                .isEqualTo("<Say language=\"fr-FR\" voice=\"Polly.Lea\">Oui</Say>");
    }

    @Test
    void without_a_voice_twilio_chooses_one() {
        assertThat(body(VoiceTwiml.in(WITHOUT_VOICE).say("Ja"))).isEqualTo("<Say language=\"de-DE\">Ja</Say>");
    }

    @Test
    void a_language_switch_inside_a_gather_ends_with_it() {
        assertThat(body(VoiceTwiml.in(FRENCH)
                        .gather(g -> g.say("Un").switchTo(SPANISH).say("Dos"))
                        .say("Trois")))
                .isEqualTo("<Gather language=\"fr-FR\"><Say language=\"fr-FR\" voice=\"Polly.Lea\">Un</Say>"
                        + "<Say language=\"es-MX\" voice=\"Polly.Mia\">Dos</Say></Gather>"
                        + "<Say language=\"fr-FR\" voice=\"Polly.Lea\">Trois</Say>");
    }

    @Test
    void a_gather_recognizes_the_language_of_its_first_words() {
        VoiceTwiml option =
                VoiceTwiml.in(FRENCH).gather(g -> g.switchTo(SPANISH).prompt("languageOption"));

        assertThat(Xml.of(option).onlyChild().attributes()).containsEntry("language", "es-MX");
    }

    @Test
    void a_gather_recognizes_the_language_that_is_set() {
        VoiceTwiml option =
                VoiceTwiml.in(FRENCH).gather(g -> g.language("en-GB").say("Yes?"));

        assertThat(Xml.of(option).onlyChild().attributes()).containsEntry("language", "en-GB");
    }

    @Test
    void a_language_switch_affects_what_follows() {
        assertThat(body(VoiceTwiml.in(FRENCH).say("Un").switchTo(SPANISH).prompt("languageOption")))
                .isEqualTo("<Say language=\"fr-FR\" voice=\"Polly.Lea\">Un</Say>"
                        + "<Say language=\"es-MX\" voice=\"Polly.Mia\">Para español, oprima 9</Say>");
    }

    @Test
    void a_say_with_its_own_voice_keeps_the_language() {
        assertThat(body(VoiceTwiml.in(FRENCH).say(s -> s.voice("Polly.Mathieu").text("Oui"))))
                .isEqualTo("<Say voice=\"Polly.Mathieu\" language=\"fr-FR\">Oui</Say>");
    }

    @Test
    void a_say_with_its_own_language_has_no_voice_of_another() {
        assertThat(body(VoiceTwiml.in(FRENCH).say(s -> s.language("en-GB").text("Yes"))))
                .isEqualTo("<Say language=\"en-GB\">Yes</Say>");
    }

    @Test
    void a_prompt_can_be_part_of_a_say() {
        assertThat(body(VoiceTwiml.in(FRENCH)
                        .say(s -> s.loop(2).prompt("welcome").breakOf("weak"))))
                .isEqualTo("<Say loop=\"2\" language=\"fr-FR\" voice=\"Polly.Lea\">Bienvenue à l’accueil"
                        + "<break strength=\"weak\"/></Say>");
    }

    @Test
    void a_prompt_without_a_language_explains_how_to_set_one() {
        assertThatThrownBy(() -> VoiceTwiml.create().prompt("welcome"))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("\"welcome\"")
                .hasMessageContaining("in(language)");
    }

    @Test
    void a_missing_prompt_leaves_the_document_unchanged() {
        VoiceTwiml answer = VoiceTwiml.in(FRENCH);

        assertThatThrownBy(() -> answer.prompt("nowhere")).isInstanceOf(PromptException.class);

        assertThat(body(answer.hangup())).isEqualTo("<Hangup/>");
    }

    @Test
    void speech_and_keys_are_listed_once_and_in_order() {
        assertThat(body(VoiceTwiml.create().gather(g -> g.speech().keys().keys())))
                .isEqualTo("<Gather input=\"dtmf speech\"/>");
        assertThat(body(VoiceTwiml.create().gather(Gather::speech))).isEqualTo("<Gather input=\"speech\"/>");
        assertThat(body(VoiceTwiml.create().gather(g -> g.timeout(Duration.ofSeconds(3)))))
                .isEqualTo("<Gather timeout=\"3\"/>");
    }

    @Test
    void input_cannot_be_set_twice() {
        assertThatThrownBy(() -> VoiceTwiml.create()
                        .gather(g -> g.attribute("input", "dtmf").speech()))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather>")
                .hasMessageContaining("input");
    }

    @Test
    void a_fraction_of_a_second_is_refused() {
        assertThatThrownBy(() -> VoiceTwiml.create().pause(Duration.ofMillis(1500)))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("length of <Pause>")
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> VoiceTwiml.create().pause(Duration.ofSeconds(-1)))
                .isInstanceOf(TwimlException.class);
    }

    @Test
    void rendering_takes_a_snapshot_and_building_can_continue() {
        VoiceTwiml answer = VoiceTwiml.create().say("One");
        byte[] first = answer.toBytes();
        first[0] = 'x';
        String second = answer.toXml();

        assertThat(body(answer.say("Two"))).isEqualTo("<Say>One</Say><Say>Two</Say>");
        assertThat(second).isEqualTo(PROLOG + "<Response><Say>One</Say></Response>");
    }

    @Test
    void supplementary_characters_are_written_as_utf_8() {
        assertThat(VoiceTwiml.create().say("😀é").toBytes())
                .isEqualTo((PROLOG + "<Response><Say>😀é</Say></Response>").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void xml_special_characters_are_escaped() {
        assertThat(body(VoiceTwiml.create()
                        .element("X", x -> x.attribute("a", "&<>\"'\t\n\r").text("&<>\"'\t\n\r]]>"))))
                .isEqualTo("<X a=\"&amp;&lt;&gt;&quot;'&#9;&#10;&#13;\">&amp;&lt;&gt;\"'\t\n&#13;]]&gt;</X>");
    }

    @Test
    void characters_that_xml_forbids_are_dropped() {
        assertThat(body(VoiceTwiml.create().say("a\0b\u0001\uD800c\uDC00\uFFFEd\uFFFF\u001B")))
                .isEqualTo("<Say>abcd</Say>");
    }

    private static String body(VoiceTwiml twiml) {
        String xml = twiml.toXml();
        return xml.substring((PROLOG + "<Response>").length(), xml.length() - "</Response>".length());
    }
}
