package dev.parlance.survey.definition;

/** What comes before the first question. */
public enum OpeningStyle {
    /** The first question; the language is the one given, guessed, or last used. */
    NONE("guess"),
    /** Which language to speak, each offered in its own words and voice; unless only one is there, or it is known. */
    ASK("ask"),
    /**
     * One word to go on, and one to go on in the other language: as the prompts {@code welcomeContinue} and {@code
     * languageOption…} say. Calls go on by themselves.
     */
    CONTINUE_OR_SWITCH("continueOrSwitch");

    private final String word;

    OpeningStyle(String word) {
        this.word = word;
    }

    /** The word for it in {@code survey.json}. */
    public String word() {
        return word;
    }
}
