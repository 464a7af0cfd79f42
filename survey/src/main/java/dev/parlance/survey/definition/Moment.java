package dev.parlance.survey.definition;

/** When a message outside the questions is sent or spoken. */
public enum Moment {
    /** At the very start. */
    WELCOME("welcome", "Said at the very start"),
    /** Once the language is known. */
    BEGIN("begin", "Said once the language is known"),
    /** Before the first question. */
    FIRST_QUESTION("firstQuestion", "Said before the first question"),
    /** Before another question. */
    NEXT_QUESTION("nextQuestion", "Said before another question"),
    /** Before the last question. */
    LAST_QUESTION("lastQuestion", "Said before the last question"),
    /** At the end. */
    GOODBYE("goodbye", "Said at the end"),
    /** To respondents who come back after completing the survey. */
    COMPLETED_ALREADY("completedAlready", "Said to respondents who come back after completing the survey"),
    /** To respondents who are screened out. */
    SCREENED_OUT("screenedOut", "Said to respondents who are screened out"),
    /** To people who come before the survey has started. */
    TOO_EARLY("tooEarly", "Said to people who come before the survey has started"),
    /** To people who come after the survey has ended. */
    TOO_LATE("tooLate", "Said to people who come after the survey has ended");

    private final String word;
    private final String description;

    Moment(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** When the message is sent or spoken, for translators. */
    String description() {
        return description;
    }

    /** The name in {@code survey.json}. */
    public String word() {
        return word;
    }
}
