package dev.parlance.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Say;
import dev.parlance.Problem;
import dev.parlance.twiml.VoiceTwiml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenBundleTest {
    @Test
    void speech_uses_the_language_tag_unless_the_file_says_otherwise() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("voice", "Polly.Joanna", "a", "a"),
                "es-419", Map.of("voice", "Polly.Mia", "language", "es-MX", "speechLanguage", "es-US", "a", "a")));

        Language english = prompts.in("en-US");
        assertThat(List.of(english.voice().orElseThrow(), english.spokenLanguage(), english.recognitionLanguage()))
                .containsExactly("Polly.Joanna", "en-US", "en-US");
        Language spanish = prompts.in("es-AR");
        assertThat(List.of(spanish.voice().orElseThrow(), spanish.spokenLanguage(), spanish.recognitionLanguage()))
                .containsExactly("Polly.Mia", "es-MX", "es-US");
        assertThat(spanish.contains("voice")).isFalse();
    }

    @Test
    void a_region_inherits_the_voice_of_its_language() {
        Prompts prompts = Prompts.of(
                Map.of("fr", Map.of("voice", "Polly.Lea", "language", "fr-FR", "a", "a"), "fr-CA", Map.of("a", "b")));

        assertThat(prompts.in("fr-CA").voice()).contains("Polly.Lea");
        assertThat(prompts.in("fr-CA").spokenLanguage()).isEqualTo("fr-FR");
    }

    @Test
    void a_text_only_bundle_needs_no_voice_and_allows_any_language() {
        assertThat(Prompts.of(Map.of("tlh", Map.of("a", "Qapla'"))).in("tlh").voice())
                .isEmpty();
    }

    @Test
    void a_spoken_bundle_needs_a_voice_for_every_language_and_values_that_twilio_supports() {
        assertThat(errors(Map.of(
                        "en-US", Map.of("voice", "Polly.Joana", "a", "a"),
                        "es-MX", Map.of("a", "a"),
                        "fr", Map.of("voice", "Polly.Lea", "a", "a"))))
                .containsExactly(
                        "map/en-US.json:1: \"voice\" is Polly.Joana, which Twilio does not support; did you mean"
                                + " Polly.Joanna, Polly.Jan? Or allow it with allowVoice if it is new",
                        "map/es-MX.json: \"voice\" is missing, but other languages have one",
                        "map/fr.json: \"language\" is fr, which Twilio does not support; did you mean fr-BE, fr-CA, fr-FR?"
                                + " Or set \"language\" to one that <Say> supports");
    }

    @Test
    void a_language_that_twilio_cannot_recognize_needs_another_speech_language() {
        assertThat(errors(Map.of("cy-GB", Map.of("voice", "Polly.Gwyneth", "a", "a"))))
                .containsExactly(
                        "map/cy-GB.json: \"speechLanguage\" is cy-GB, which Twilio does not support; did you mean"
                                + " en-GB? Or set \"speechLanguage\" to one that <Gather> supports");
    }

    @Test
    void a_language_without_a_voice_can_be_recorded() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("voice", "Polly.Joanna", "a", "Hi {name}"),
                "zu",
                        Map.of(
                                "a",
                                "Sawubona {name}",
                                "a.audio",
                                "https://media.example/1.mp3 https://media.example/2.mp3"),
                "sw",
                        Map.of(
                                "speechLanguage",
                                "sw-KE",
                                "a",
                                "Jambo {name}",
                                "a.audio",
                                "https://media.example/3.mp3")));

        Language zulu = prompts.in("zu");
        assertThat(zulu.recordings("a")).containsExactly("https://media.example/1.mp3", "https://media.example/2.mp3");
        assertThat(zulu.isRecorded()).isTrue();
        assertThat(zulu.isRecognized()).isFalse();
        assertThat(prompts.in("sw").isRecognized()).isTrue();
        assertThat(prompts.in("en-US").isRecorded()).isFalse();
        assertThat(prompts.in("en-US").recordings("a")).isEmpty();
    }

    @Test
    void a_recorded_language_needs_a_recording_of_each_prompt_that_is_spoken() {
        assertThat(errors(Map.of(
                        "zu",
                        Map.of(
                                "a", "a",
                                "a.audio", "https://media.example/a.mp3",
                                "a.also", "b",
                                "a.text", "c",
                                "d", "d",
                                "d.voice", "d",
                                "d.voice.audio", "https://media.example/d.mp3",
                                "e", "e"))))
                .containsExactly("map/zu.json:1: \"e\" needs a recording, \"e.audio\", because zu has recordings but no"
                        + " \"voice\"");
    }

    @Test
    void a_recording_is_a_list_of_https_urls_without_placeholders() {
        assertThat(errors(Map.of(
                        "en-US",
                        Map.of(
                                "voice", "Polly.Joanna",
                                "a", "a",
                                "a.audio", "http://media.example/a.mp3",
                                "b", "b",
                                "b.audio", "https://media.example/{b}.mp3",
                                "survey.c.audio", "https://media.example/{key}.mp3 {label}",
                                "survey.d.audio", "{key}"))))
                .containsExactly(
                        "map/en-US.json:1: \"a.audio\" must list URLs that start with https://, separated"
                                + " by blanks",
                        "map/en-US.json:1: \"b.audio\" lists URLs, which can't have placeholders",
                        "map/en-US.json:1: \"survey.d.audio\" must list URLs that start with https://,"
                                + " separated by blanks");
    }

    @Test
    void a_prompt_has_pictures_that_a_message_can_carry() {
        String pictures = "https://media.example/1.png".concat(" https://media.example/2.png".repeat(9));
        Map<String, String> prompts = Map.of("a", "a", "a.image", pictures);

        assertThat(Prompts.of(Map.of("en", prompts)).in("en").pictures("a")).hasSize(10);
        assertThat(errors(Map.of(
                        "en",
                        Map.of(
                                "a",
                                "a",
                                "a.image",
                                pictures + " https://media.example/11.png",
                                "b",
                                "b",
                                "b.image",
                                "b.png"))))
                .containsExactly(
                        "map/en.json:1: \"a.image\" lists 11 pictures, but a message can have at most 10",
                        "map/en.json:1: \"b.image\" must list URLs that start with https://, separated by blanks");
    }

    @Test
    void a_document_plays_the_recording_of_a_prompt() {
        Prompts prompts = Prompts.of(Map.of("zu", Map.of("a", "Sawubona", "a.audio", "https://media.example/a.mp3")));

        assertThat(VoiceTwiml.in(prompts.in("zu"))
                        .gather(gather -> gather.digits(1).prompt("a"))
                        .toXml())
                .endsWith("<Response><Gather numDigits=\"1\" input=\"dtmf\"><Play>https://media.example/a.mp3</Play>"
                        + "</Gather></Response>");
    }

    @Test
    void a_voice_missing_from_our_list_can_be_allowed() {
        PromptsBuilder reader = Prompts.builder(
                PromptSource.map(Map.of("en-US", Map.of("voice", "Polly.Newcomer-Generative", "a", "a"))));

        assertThat(reader.check().errors()).hasSize(1);
        assertThat(reader.allowVoice("Polly.Newcomer-Generative")
                        .build()
                        .in("en")
                        .voice())
                .contains("Polly.Newcomer-Generative");
    }

    @Test
    void a_voice_of_another_language_is_a_warning() {
        Prompts prompts = Prompts.of(Map.of("en-US", Map.of("voice", "Google.es-US-Standard-A", "a", "a")));

        assertThat(prompts.check().warnings())
                .extracting(Problem::message)
                .containsExactly("Google.es-US-Standard-A is a voice for another language than en-US");
    }

    @Test
    void our_list_matches_twilios_library() {
        TwilioSpeech list = TwilioSpeech.load();

        assertThat(list.voices()).containsExactlyInAnyOrderElementsOf(names(Say.Voice.values()));
        assertThat(list.spoken()).containsExactlyInAnyOrderElementsOf(names(Say.Language.values()));
        assertThat(list.heard()).containsExactlyInAnyOrderElementsOf(names(Gather.Language.values()));
    }

    private static List<String> names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).distinct().toList();
    }

    private static List<String> errors(Map<String, Map<String, String>> texts) {
        return Prompts.builder(PromptSource.map(texts)).check().errors().stream()
                .map(Problem::toString)
                .toList();
    }
}
