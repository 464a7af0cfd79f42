package dev.parlance.survey.definition;

/** Which words are commands, whatever is being asked. */
public enum Commands {
    /** All that the languages have: back, repeat, skip, and so on. */
    ALL("all"),
    /** Those that carriers require, in English: STOP and its like, START, HELP. Every other word is an answer. */
    CARRIERS("carriers");

    private final String word;

    Commands(String word) {
        this.word = word;
    }

    /** The word for it in {@code survey.json}. */
    public String word() {
        return word;
    }
}
