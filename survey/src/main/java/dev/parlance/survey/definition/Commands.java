package dev.parlance.survey.definition;

/** Which words count as commands at any question. */
public enum Commands {
    /** All commands of the respondent's language: back, repeat, skip and so on. */
    ALL("all"),
    /** Only the English commands that carriers require: STOP and its synonyms, START, HELP. Everything else is an answer. */
    CARRIERS("carriers");

    private final String word;

    Commands(String word) {
        this.word = word;
    }

    /** The name in {@code survey.json}. */
    public String word() {
        return word;
    }
}
