package dev.parlance.survey.definition;

/** What comes before the first question. */
public enum OpeningStyle {
    /** Nothing. The language is the one given, guessed from the number, or used last. */
    GUESS("guess"),
    /** Asks for the language, offering each in its own words and voice. Skipped if there is only one or it is already known. */
    ASK("ask"),
    /**
     * Offers one word to continue and one to switch to the other language, in the prompts {@code welcomeContinue} and {@code
     * languageOption…}. Calls continue without waiting.
     */
    CONTINUE_OR_SWITCH("continueOrSwitch");

    private final String word;

    OpeningStyle(String word) {
        this.word = word;
    }

    /** The name in {@code survey.json}. */
    public String word() {
        return word;
    }
}
