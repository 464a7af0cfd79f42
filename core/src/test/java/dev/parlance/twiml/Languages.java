package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.Map;

/** The languages that the tests of this package speak. */
final class Languages {
    static final Language FRENCH = Language.of(
            "fr-FR",
            "Polly.Lea",
            Map.of("welcome", "Bienvenue à l’accueil", "question.rate", "Une note, {name} ?", "thanks", "Merci"));
    static final Language SPANISH =
            Language.of("es-MX", "Polly.Mia", Map.of("languageOption", "Para español, oprima 9", "thanks", "Gracias"));
    static final Language WITHOUT_VOICE = Language.of("de-DE", null, Map.of("thanks", "Danke"));

    private Languages() {}
}
