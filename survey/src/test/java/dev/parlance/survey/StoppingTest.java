package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Disposition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opt-out commands, and answers that only look like them. */
class StoppingTest {
    private static final Survey PRICES = Talk.survey(
            "es",
            Map.of(
                    "price", "¿Cómo es el precio?",
                    "price.high", "Precio alto",
                    "price.low", "Precio bajo",
                    "why", "¿Por qué?"),
            "{'id':'price','kind':'choice','options':['high','low']},{'id':'why','kind':'text'}");

    private static final Survey RATING =
            Talk.survey("en", Map.of("stars", "How many stars?"), "{'id':'stars','kind':'rating','least':1,'most':5}");

    private static boolean isOut(Talk talk) {
        return talk.session().disposition() == Disposition.OPTED_OUT;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", " stop ", "StopAll", "UNSUBSCRIBE", "cancel", "End", "quit", "REVOKE", "OPTOUT", "Stop!"
            })
    void a_carrier_keyword_stops_at_once(String word) {
        Talk ana = Talk.byText(PRICES);

        assertThat(ana.text(word)).isEmpty();
        assertThat(isOut(ana)).isTrue();
    }

    @Test
    void an_everyday_word_that_could_be_an_answer_needs_confirmation() {
        Talk ana = Talk.byText(PRICES);

        assertThat(ana.text("alto")).isEqualTo("¿Quiere dejar de recibir nuestros mensajes? Responda sí o no.");
        assertThat(isOut(ana)).isFalse();
        assertThat(ana.text("no")).contains("¿Cómo es el precio?");
        ana.text("1");
        assertThat(ana.text("baja")).contains("¿Quiere dejar de recibir");
        ana.text("no");
        assertThat(ana.answer("why")).isEqualTo("baja");
    }

    @Test
    void a_yes_or_the_repeated_word_stops() {
        Talk ana = Talk.byText(PRICES);
        ana.text("alto");
        ana.text("sí");
        assertThat(isOut(ana)).isTrue();

        Talk ben = Talk.byText(PRICES);
        ben.text("alto");
        ben.text("alto");
        assertThat(isOut(ben)).isTrue();
    }

    @Test
    void an_answer_counts_instead_of_a_confirmation() {
        Talk ana = Talk.byText(PRICES);
        ana.text("alto");

        assertThat(ana.text("Precio alto")).contains("¿Por qué?");
        assertThat(ana.answer("price")).isEqualTo("high");
    }

    @Test
    void an_everyday_word_that_cannot_be_an_answer_stops_at_once() {
        Talk ana = Talk.byText(Talk.survey(
                "de", Map.of("stars", "Wie viele Sterne?"), "{'id':'stars','kind':'rating','least':1,'most':5}"));

        ana.text("Ende");

        assertThat(isOut(ana)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stop texting me",
                "leave me alone",
                "please stop",
                "no more messages",
                "Please don't contact me again",
                "take me off this list"
            })
    void a_sentence_that_asks_to_stop_needs_confirmation(String sentence) {
        Talk ana = Talk.byText(RATING);

        assertThat(ana.text(sentence)).contains("Do you want to stop receiving messages from us?");
        ana.text("yes");

        assertThat(isOut(ana)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"es, no me escriban más", "fr, laissez-moi tranquille", "de, lass mich in Ruhe", "zh, 请不要再发短信给我"})
    void a_sentence_in_any_language_needs_confirmation(String tag, String sentence) {
        Talk ana = Talk.byText(Talk.survey(tag, Map.of("why", "?"), "{'id':'why','kind':'text'}"));

        ana.text(sentence);

        assertThat(isOut(ana)).isFalse();
        assertThat(ana.session().answers()).isEmpty();
    }

    @Test
    void a_caller_confirms_too() {
        Talk ana = Talk.byCall(RATING);

        assertThat(ana.input(Input.speech("please stop calling me", 0.9))).contains("Press 1 for yes or 2 for no.");
        ana.input(Input.keys("1"));

        assertThat(isOut(ana)).isTrue();
        assertThat(ana.session().channel()).isEqualTo(Channel.VOICE);
    }

    @Test
    void a_label_that_contains_a_command_is_a_warning() {
        assertThat(PRICES.warnings())
                .extracting(Object::toString)
                .containsExactly(
                        "talk.json:1: questions[0].options has the option high, called \"precio alto\" in es: someone who answers"
                                + " \"alto\" means this option, but \"alto\" is also the command to stop");
    }
}
