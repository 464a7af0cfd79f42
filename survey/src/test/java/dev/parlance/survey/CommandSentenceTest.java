package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Disposition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as whole sentences, and words that are a command or an answer. */
class CommandSentenceTest {
    private static final Map<String, String> PROMPTS = Map.of(
            "where", "Where does it hurt?",
            "where.head", "Head",
            "where.neck", "Neck",
            "why", "Why?");

    private final Survey survey = Talk.survey(
            "en",
            PROMPTS,
            "{'id':'where','kind':'choice','options':['head','neck']},{'id':'why','kind':'text','optional':true}");

    @ParameterizedTest
    @ValueSource(strings = {"can you say that again please", "What was the question?", "could you repeat it"})
    void a_command_can_be_a_sentence(String reply) {
        Talk ana = Talk.byText(survey);

        assertThat(ana.text(reply)).isEqualTo("Where does it hurt? 1. Head 2. Neck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks again", "next time ask my wife", "please don't skip this", "back pain"})
    void a_sentence_that_says_more_is_an_answer(String reply) {
        Talk ana = Talk.byText(survey);
        ana.text("1");

        ana.text(reply);

        assertThat(ana.answer("why")).isEqualTo(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"can we go back, I hit the wrong key", "oh no wrong key can we go back please"})
    void a_command_at_the_start_or_end_of_a_sentence_counts(String reply) {
        Talk ana = Talk.byText(survey);
        ana.text("1");

        assertThat(ana.text(reply)).startsWith("Where does it hurt?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to go back soon",
                "can we go back to the old doctor",
                "please help my mother",
                "they had to repeat the question twice"
            })
    void a_sentence_that_only_has_the_words_of_a_command_is_an_answer(String reply) {
        Talk ana = Talk.byText(survey);
        ana.text("1");

        ana.text(reply);

        assertThat(ana.answer("why")).isEqualTo(reply);
    }

    @Test
    void a_sentence_goes_back_or_skips() {
        Talk ana = Talk.byText(survey);
        ana.text("1");

        assertThat(ana.text("I'd like to change my last answer")).startsWith("Where does it hurt?");
        ana.text("2");
        ana.text("can we skip this one please");

        assertThat(ana.answer("where")).isEqualTo("neck");
        assertThat(ana.session().disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void an_option_that_reads_like_a_command_can_be_chosen() {
        Talk ana = Talk.byText(Talk.survey(
                "en",
                Map.of("next", "What next?", "next.song", "Next one", "next.pause", "Pause"),
                "{'id':'next','kind':'choice','options':['song','pause']}"));

        ana.text("Next one");

        assertThat(ana.answer("next")).isEqualTo("song");
    }

    @Test
    void a_sentence_with_a_stop_word_asks_whether_to_stop() {
        Talk ana = Talk.byText(survey);

        assertThat(ana.text("I would like to unsubscribe please")).startsWith("Do you want to stop receiving messages");
        ana.text("yes");

        assertThat(ana.session().disposition()).isEqualTo(Disposition.OPTED_OUT);
    }
}
