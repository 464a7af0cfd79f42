package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import java.util.Map;

/** The languages for the tests of this package. */
final class Languages {
    static final Language FRENCH = Prompts.of(Map.of(
                    "fr-FR",
                    Map.of(
                            "voice", "Polly.Lea",
                            "welcome", "Bienvenue à l’accueil",
                            "question.rate", "Une note, {name} ?",
                            "thanks", "Merci")))
            .defaultLanguage();
    static final Language SPANISH = Prompts.of(Map.of(
                    "es-MX",
                    Map.of("voice", "Polly.Mia", "languageOption", "Para español, oprima 9", "thanks", "Gracias")))
            .defaultLanguage();
    static final Language WITHOUT_VOICE =
            Prompts.of(Map.of("de-DE", Map.of("thanks", "Danke"))).defaultLanguage();

    private Languages() {}
}
