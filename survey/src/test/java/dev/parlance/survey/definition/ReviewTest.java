package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.replies.ReplyTable;
import dev.parlance.survey.replies.TestReply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a survey's warnings say about surveys that load but that respondents may stumble over. */
class ReviewTest {
    private static final String CHOICE = "{'id':'q','kind':'choice','options':['a','b','c']}";

    private static List<String> warnings(String fields, String questions, String tag, String... prompts) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < prompts.length; i += 2) {
            texts.put(prompts[i], prompts[i + 1]);
        }
        String json = "{'name':'x'," + fields + "'questions':[" + questions + "]}";
        return Survey.parse("survey.json", json.replace('\'', '"'), Prompts.of(Map.of(tag, texts))).warnings().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> warningsOf(String questions, String tag, String... prompts) {
        return warnings("", questions, tag, prompts);
    }

    private static List<String> options(String tag, String... labels) {
        return warningsOf(
                CHOICE, tag, "q", "?", "q.a", labels[0], "q.b", labels[1], "q.c", labels.length > 2 ? labels[2] : "#");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Carpet, Carpets",
        "en, Manager, Manger",
        "en, Train, Rain",
        "es, Cantante, Cantantes",
        "de, Fahrer, Führer"
    })
    void options_one_slip_apart_are_a_warning(String tag, String first, String second) {
        assertThat(options(tag, first, second))
                .singleElement()
                .asString()
                .startsWith("survey.json:1: questions[0].options has options that are very similar in " + tag)
                .contains("Someone who mistypes one may choose the other");
    }

    @ParameterizedTest
    @CsvSource({"en, Tea, Sea", "en, Coffee, Water", "en, Agree, Disagree", "zh, 满意, 满足"})
    void other_options_are_no_warning(String tag, String first, String second) {
        assertThat(options(tag, first, second)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Recommend, Not recommend",
        "en, I like it, I don't like it",
        "es, Me gusta, No me gusta",
        "de, Zufrieden, Nicht zufrieden",
        "fr, Je recommande, Je ne recommande pas",
        "pt, Gosto, Não gosto",
        "hi, संतुष्ट, संतुष्ट नहीं",
        "ar, راض, غير راض",
        "zh, 满意, 不满意"
    })
    void options_that_are_each_others_negation_are_a_warning(String tag, String positive, String negative) {
        assertThat(options(tag, positive, negative))
                .singleElement()
                .asString()
                .contains("has options that are another one with a \"not\" in " + tag, "must confirm");
        assertThat(options(tag, negative, positive)).hasSize(1);
    }

    @Test
    void a_negation_in_other_words_is_said_back() {
        Survey survey = Survey.parse(
                "survey.json",
                "{\"name\":\"x\",\"questions\":[{\"id\":\"q\",\"kind\":\"choice\",\"options\":[\"a\",\"b\"]}]}",
                Prompts.of(Map.of("en", Map.of("q", "?", "q.a", "Recommend", "q.b", "Not recommend"))));
        TestReply reply = new TestReply("q", "en", "text", "I would not really recommend it", "b");

        assertThat(ReplyTable.of(List.of(reply)).run(survey, Instant.EPOCH).rows())
                .extracting(row -> row.outcome().toString())
                .containsExactly("confirm b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "en", "es", "fr", "hi", "pt", "zh"})
    void no_language_has_a_yes_or_a_no_that_is_a_command(String tag) {
        assertThat(warningsOf("{'id':'q','kind':'yesNo'}", tag, "q", "?")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Which? Press 8 for other.
            en | Which? Reply with 8.
            en | Which? Press eight if you don't know.
            es | ¿Cuál? Para otro, marque el 8.
            es | ¿Cuál? Responda 8.
            de | Welche? Tippen Sie 8.
            de | Welche? Bitte drücken Sie die 8!
            fr | Lequel ? Tapez 8.
            fr | Lequel ? Appuyez sur la touche 8.
            pt | Qual? Tecle 8.
            ar | أيها؟ اضغط على ٨.
            hi | कौन सा? 8 दबाएँ।
            zh | 哪个？其他请按8。
            """)
    void a_key_that_is_not_offered_is_a_warning(String tag, String prompt) {
        assertThat(warningsOf(CHOICE, tag, "q", prompt, "q.a", "Alpha", "q.b", "Beta", "q.c", "Gamma"))
                .singleElement()
                .asString()
                .contains(
                        "questions[0] uses the prompt \"q\", which in " + tag
                                + " names the key 8, but the answers are 1 to 3",
                        "is asked again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Which? Press 3 for other.
            en | We asked 8 people. Press one of the keys.
            es | Con una nota de 1 a 8. Responda con un número.
            de | Antworten Sie mit einer Zahl, bitte bis 8 Uhr.
            zh | 这8个人，请按3。
            hi | 8 लोग। 3 दबाएँ।
            """)
    void other_numbers_are_no_warning(String tag, String prompt) {
        assertThat(warningsOf(CHOICE, tag, "q", prompt, "q.a", "Alpha", "q.b", "Beta", "q.c", "Gamma"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'kind':'rating','least':1,'most':5 | 1 to 5
            'kind':'number','least':2,'most':4 | 2 to 4
            'kind':'nps'                       | 0 to 10
            'kind':'yesNo'                     | 1 to 2
            """)
    void a_key_outside_a_scale_is_a_warning(String kind, String range) {
        assertThat(warningsOf("{'id':'q'," + kind + "}", "en", "q", "So?", "q.retry", "Press 11."))
                .singleElement()
                .asString()
                .contains("uses the prompt \"q.retry\", which in en names the key 11, but the answers are " + range);
    }

    @Test
    void keys_that_are_not_offered_are_one_warning_for_a_question_and_language() {
        assertThat(warningsOf(
                        CHOICE,
                        "en",
                        "q",
                        "Press 7 or press 8.",
                        "q.voice",
                        "Press 9.",
                        "q.a",
                        "Alpha",
                        "q.b",
                        "Beta",
                        "q.c",
                        "Gamma"))
                .singleElement()
                .asString()
                .contains("names the keys 7, 8 and 9");
    }

    @Test
    void a_carriers_keyword_is_a_warning_in_any_language() {
        assertThat(options("es", "Cancel", "Seguir"))
                .singleElement()
                .asString()
                .contains("has the option a, which matches \"cancel\" in es, also the command to stop");
        assertThat(options("es", "Start", "Seguir")).hasSize(1);
    }

    @Test
    void a_label_that_asks_to_stop_is_a_warning() {
        assertThat(options("en", "Please stop calling me", "Call me"))
                .singleElement()
                .asString()
                .contains("someone who answers with these words is asked whether to stop all messages");
    }

    @Test
    void other_commands_are_no_problem_if_there_are_only_those_of_the_carriers() {
        assertThat(warnings("'commands':'carriers',", CHOICE, "en", "q", "?", "q.a", "Back", "q.b", "Menu", "q.c", "#"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Do you sit in the front or back? | back | back
            en | Shall we go on or stop? | stop | stop
            es | ¿Prefiere ir o volver? | volver | back
            de | Weiter oder zurück? | weiter | skip
            zh | 继续还是停止？ | 停止 | stop
            """)
    void an_open_question_that_suggests_a_command_is_a_warning(String tag, String prompt, String word, String command) {
        assertThat(warningsOf("{'id':'q','kind':'text'}", tag, "q", prompt))
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "questions[0] suggests the answer \"", word, "in " + tag, "the command to " + command));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | What went wrong? Reply STOP or HELP at any time.
            en | How did you get home? Say SKIP or press star if you don't want to answer.
            es | ¿Qué opina? Responda ALTO para salir.
            """)
    void commands_that_a_prompt_explains_are_no_warning(String tag, String prompt) {
        assertThat(warningsOf("{'id':'q','kind':'text'}", tag, "q", prompt)).isEmpty();
    }

    @Test
    void a_pattern_that_lists_a_command_is_a_warning() {
        assertThat(warningsOf("{'id':'q','kind':'text','pattern':'(?i)left|right|back'}", "en", "q", "Where?"))
                .singleElement()
                .asString()
                .contains("questions[0].pattern matches \"back\", but in en that is the command to back");
        assertThat(warningsOf("{'id':'q','kind':'text','pattern':'[a-z]{4}'}", "en", "q", "Code?"))
                .isEmpty();
    }

    @Test
    void a_yes_that_is_a_command_is_a_warning() {
        assertThat(warningsOf(
                        "{'id':'q','kind':'yesNo'},{'id':'r','kind':'yesNo'}",
                        "en",
                        "q",
                        "?",
                        "r",
                        "?",
                        "survey.yes",
                        "yes, start"))
                .singleElement()
                .asString()
                .contains("questions[0] asks for yes or no, but \"start\", which means yes in en");
    }

    @Test
    void a_gate_that_a_channel_cannot_ask_is_a_warning() {
        assertThat(warningsOf(
                        "{'id':'q','kind':'location','next':[{'when':{'answered':'q'},'to':'refuse'}]}",
                        "en",
                        "q",
                        "?"))
                .extracting(warning -> warning.substring(0, 60))
                .containsExactly(
                        "survey.json:1: questions[0] can't be asked by text, but its answer".substring(0, 60),
                        "survey.json:1: questions[0] can't be asked on a call, but its answer".substring(0, 60));
    }

    @Test
    void an_answer_that_decides_whether_a_gate_is_asked_is_a_gate() {
        assertThat(warningsOf(
                        "{'id':'n','kind':'number','least':0,'most':9,'optional':true},"
                                + "{'group':'g','repeat':{'answer':'n'},'questions':["
                                + "{'id':'q','kind':'yesNo','next':[{'when':{'answer':'q','is':'no'},'to':'refuse'}]}]}",
                        "en",
                        "n",
                        "?",
                        "q",
                        "?"))
                .singleElement()
                .asString()
                .contains("questions[0] is optional, but its answer decides who may take part");
    }

    @Test
    void an_answer_that_may_be_missing_at_the_end_is_a_warning() {
        assertThat(warnings(
                        "'goodbye':'bye',",
                        "{'id':'q','kind':'text','optional':true}",
                        "en",
                        "q",
                        "?",
                        "bye",
                        "Thanks for {q}."))
                .singleElement()
                .asString()
                .contains(
                        "goodbye uses the prompt \"bye\", which in en has the placeholder {q}, but that question may have"
                                + " no answer. Add the prompt \"q.unanswered\" to en");
    }

    @Test
    void an_answer_of_a_question_that_a_jump_leaves_out_may_be_missing() {
        assertThat(warnings(
                        "'attempts':{'then':'end'},",
                        "{'id':'p','kind':'yesNo','next':[{'when':{'answer':'p','is':'yes'},'to':'r'}]},"
                                + "{'id':'q','kind':'text'},{'id':'r','kind':'text'},{'id':'s','kind':'text'}",
                        "en",
                        "p",
                        "?",
                        "q",
                        "?",
                        "r",
                        "You said {q}?",
                        "s",
                        "And {q}, {p}?"))
                .singleElement()
                .asString()
                .contains(
                        "questions[2] uses the prompts \"r\" and \"s\", which in en have the placeholder {q}, but that"
                                + " question may have no answer");
    }

    @Test
    void the_words_of_a_reason_can_name_what_was_given() {
        assertThat(warningsOf(
                        "{'id':'q','kind':'rating','least':1,'most':5}",
                        "en",
                        "q",
                        "?",
                        "q.retry.tooHigh",
                        "{given} is more than {most}."))
                .isEmpty();
    }
}
