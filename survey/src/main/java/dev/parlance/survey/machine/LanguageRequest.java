package dev.parlance.survey.machine;

import dev.parlance.survey.words.Words;
import java.util.List;

/** A request for a language: its name alone, or among words that only ask for it: "in English please". */
final class LanguageRequest {
    private static final String REQUESTS = "requests";
    private static final String FOREIGN_NAMES = "foreignNames";

    private final Words spoken;
    private final Words wanted;

    /**
     * A request by a person.
     *
     * @param spoken the words of the person's language
     * @param wanted the words of the language that they may ask for
     */
    LanguageRequest(Words spoken, Words wanted) {
        this.spoken = spoken;
        this.wanted = wanted;
    }

    /** Whether a folded text is this request, where no other text is an answer. */
    boolean is(String folded) {
        return parts(folded).stream().anyMatch(this::isName) || isBeside(folded);
    }

    /** Whether a folded text is this request, where any text can be an answer, such as "francés" for a dish. */
    boolean isInsteadOfText(String folded) {
        List<String> parts = parts(folded);
        boolean isForeignAlone = parts.size() == 1 && !wanted.names().contains(folded) && !asksWithName(folded);
        return (!isForeignAlone && parts.stream().anyMatch(this::isName)) || isBeside(folded);
    }

    /** Whether a folded text starts or ends with this request, whatever else it says: "my Spanish is bad, English please". */
    boolean isBeside(String folded) {
        return Phrases.edges(folded, phrase -> isName(phrase) || asks(phrase) || requests(phrase)).stream()
                .anyMatch(parts ->
                        parts.stream().anyMatch(this::isName) && parts.stream().anyMatch(this::requests));
    }

    private boolean requests(String phrase) {
        return spoken.list(REQUESTS).contains(phrase) || wanted.list(REQUESTS).contains(phrase);
    }

    private List<String> parts(String folded) {
        return Phrases.of(folded, phrase -> isName(phrase) || asks(phrase));
    }

    private boolean isName(String phrase) {
        return wanted.names().contains(phrase) || wanted.list(FOREIGN_NAMES).contains(phrase);
    }

    /** "En español" is one phrase of several words. */
    private static boolean asksWithName(String phrase) {
        return phrase.indexOf(' ') > 0;
    }

    private boolean asks(String phrase) {
        return asks(phrase, spoken) || asks(phrase, wanted);
    }

    private static boolean asks(String phrase, Words words) {
        return words.list("asking").contains(phrase) || words.list("inLanguage").contains(phrase);
    }
}
