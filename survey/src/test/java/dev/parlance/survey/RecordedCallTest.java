package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Problem;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.MediaSource;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyBuilder;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Calls that play recordings instead of a synthetic voice. */
class RecordedCallTest {
    private static final Map<String, String> TEXTS = Map.of(
            "hello", "Sawubona!",
            "drink", "Uphuze ini?",
            "drink.tea", "Itiye",
            "drink.water", "Amanzi",
            "bye", "Siyabonga.");

    /** The sentences of the library that a call about a drink can need. */
    private static final List<String> SENTENCES = List.of(
            "alreadyCompleted",
            "ended",
            "gateUnanswered",
            "invalid.answer",
            "invalid.choice",
            "invalid.choices",
            "invalid.exclusive",
            "invalid.length",
            "menu.voice",
            "notSkippable",
            "nothingBefore",
            "screenedOut",
            "silence",
            "stopped",
            "tooFew",
            "tooMany",
            "welcomeBack");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_language_without_a_voice_is_played_and_answered_with_keys() {
        shop.open(drinks(recorded()));

        FakeCall call = ana.calls(App.NUMBER);
        assertThat(call.heard())
                .containsExactly(
                        url("hello"),
                        url("drink"),
                        url("for"),
                        url("drink.tea"),
                        url("press-1"),
                        url("for"),
                        url("drink.water"),
                        url("press-2"));
        call.staysSilent().hears(url("silence")).hears(url("drink"));
        call.presses("2").hears(url("bye"));

        assertThat(call.said()).isEmpty();
        assertThat(shop.answer(PERSON, "drink")).isEqualTo("water");
    }

    @Test
    void texts_in_that_language_are_written() {
        shop.open(drinks(recorded()));

        ana.texts("hi").receives("Sawubona!\n\nUphuze ini?\n1. Itiye\n2. Amanzi");
    }

    @Test
    void a_voice_says_what_has_no_recording() {
        Map<String, String> english = new HashMap<>(TEXTS);
        english.putAll(Map.of("voice", "Polly.Joanna", "language", "en-US", "hello.audio", url("a") + " " + url("b")));
        shop.open(drinks(Map.of("en", english)));

        assertThat(ana.calls(App.NUMBER).heard())
                .containsExactly(url("a"), url("b"), "Uphuze ini?", "For Itiye, press 1.", "For Amanzi, press 2.");
    }

    @Test
    void a_voice_says_an_option_whose_label_has_no_recording() {
        Map<String, String> english = new HashMap<>(TEXTS);
        english.putAll(Map.of("voice", "Polly.Joanna", "language", "en-US", "drink.tea.audio", url("tea")));
        english.put("survey.option.voice.audio", url("press-{key}") + " {label}");
        shop.open(drinks(Map.of("en", english)));

        assertThat(ana.calls(App.NUMBER).heard())
                .containsExactly("Sawubona!", "Uphuze ini?", url("press-1"), url("tea"), "For Amanzi, press 2.");
    }

    @Test
    void a_language_without_a_voice_needs_recordings_of_the_librarys_sentences() {
        Map<String, Map<String, String>> prompts = recorded();
        prompts.get("zu").remove("survey.silence.audio");
        prompts.get("zu").remove("survey.stopped.audio");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> drinks(prompts))
                .withMessageContaining("has recordings but no \"voice\" in zu, so calls also need recordings of the"
                        + " library's own sentences: add the prompts \"survey.silence.audio\" and"
                        + " \"survey.stopped.audio\"");
    }

    @Test
    void a_recording_of_a_sentence_has_no_values_that_it_can_not_play() {
        Map<String, Map<String, String>> prompts = recorded();
        prompts.get("zu").put("survey.silence.audio", url("{given}"));

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> drinks(prompts))
                .withMessageContaining("\"survey.silence.audio\" has the placeholder {given}, which is never filled");
    }

    @Test
    void a_question_for_words_is_reported_where_calls_recognize_none() {
        Survey survey = builder(recorded()).ask(Question.text("drink")).build();

        assertThat(survey.warnings())
                .extracting(Problem::message)
                .contains("is answered in words, which calls in zu do not recognize: set \"speechLanguage\" in its"
                        + " prompts, or use \"recorded\": true");
    }

    @Test
    void a_language_without_a_voice_needs_a_file_for_each_key(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("press-1.mp3"), "one");
        Map<String, Map<String, String>> prompts = recorded();
        prompts.get("zu").put("survey.option.voice.audio", "{label} press-{key}.mp3");

        assertThatExceptionOfType(SurveyException.class)
                .isThrownBy(() -> builder(Prompts.builder(PromptSource.map(prompts))
                                .media(MediaSource.folder(folder))
                                .build())
                        .ask(Question.choice("drink", "tea", "water"))
                        .build())
                .withMessageContaining(
                        "questions[0].options needs the file \"press-2.mp3\" in a call, because zu has no"
                                + " \"voice\"");
    }

    private static Survey drinks(Map<String, Map<String, String>> prompts) {
        return builder(prompts).ask(Question.choice("drink", "tea", "water")).build();
    }

    private static SurveyBuilder builder(Map<String, Map<String, String>> prompts) {
        return builder(Prompts.of(prompts));
    }

    private static SurveyBuilder builder(Prompts prompts) {
        return Survey.builder("drinks")
                .prompts(prompts)
                .opening(OpeningStyle.GUESS)
                .say(Moment.WELCOME, "hello")
                .say(Moment.GOODBYE, "bye")
                .fallbackLanguage("en");
    }

    /** Prompts in isiZulu, which Twilio doesn't speak, with all recordings. */
    private static Map<String, Map<String, String>> recorded() {
        Map<String, String> zulu = new HashMap<>(TEXTS);
        TEXTS.keySet().forEach(key -> zulu.put(key + ".audio", url(key)));
        SENTENCES.forEach(key -> zulu.put("survey." + key + ".audio", url(key)));
        zulu.put("survey.option.voice.audio", url("for") + " {label} " + url("press-{key}"));
        return new HashMap<>(Map.of("zu", zulu));
    }

    private static String url(String name) {
        return "https://media.example/" + name + ".mp3";
    }
}
