package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a document asks of a ConversationRelay. Languages can change during the session. */
final class RelaySettings {
    private final Verb verb;
    private String ttsLanguage;
    private String transcriptionLanguage;

    RelaySettings(Verb verb) {
        this.verb = verb;
        String language = verb.attribute("language", "en-US");
        this.ttsLanguage = verb.attribute("ttsLanguage", language);
        this.transcriptionLanguage = verb.attribute("transcriptionLanguage", language);
    }

    String url() {
        return verb.attribute("url", "");
    }

    String greeting() {
        return verb.attribute("welcomeGreeting", "");
    }

    String ttsLanguage() {
        return ttsLanguage;
    }

    /** The language that prompts are reported in. With {@code multi}, it is only the primary tag. */
    String transcriptionLanguage() {
        return transcriptionLanguage.equals("multi") ? "en" : transcriptionLanguage;
    }

    void speak(String language) {
        ttsLanguage = language;
    }

    void listenFor(String language) {
        transcriptionLanguage = language;
    }

    /** The voice for a language; empty if the document names none. */
    String voice(String language) {
        return verb.children().stream()
                .filter(child -> child.name().equals("Language")
                        && child.attribute("code", "").equals(language))
                .flatMap(child -> child.attribute("voice").stream())
                .findFirst()
                .orElse(verb.attribute("voice", ""));
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        verb.children().stream()
                .filter(child -> child.name().equals("Parameter"))
                .forEach(child -> parameters.put(child.attribute("name", ""), child.attribute("value", "")));
        return parameters;
    }

    /** What may interrupt the greeting. */
    String greetingInterruptible() {
        return verb.attribute("welcomeGreetingInterruptible", "any");
    }

    /** What may interrupt the program, if a message does not say. */
    String interruptible() {
        return verb.attribute("interruptible", "any");
    }

    boolean detectsKeys() {
        return verb.flag("dtmfDetection", false);
    }

    boolean sendsPartialPrompts() {
        return verb.flag("partialPrompts", false);
    }

    /** Whether input that interrupts nothing is reported while the program speaks. */
    boolean reportsDuringSpeech(String input) {
        return allows(verb.attribute("reportInputDuringAgentSpeech", "none"), input);
    }

    /** Whether {@code any}, {@code true}, or a kind of input itself is allowed. */
    static boolean allows(String allowed, String input) {
        return Set.of("any", "true", input).contains(allowed);
    }
}
