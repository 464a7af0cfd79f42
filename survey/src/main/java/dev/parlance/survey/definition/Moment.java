package dev.parlance.survey.definition;

/** When a message outside the questions is sent or spoken. */
public enum Moment {
    /** At the very start. */
    WELCOME("welcome"),
    /** Once the language is known. */
    BEGIN("begin"),
    /** Before the first question. */
    FIRST_QUESTION("firstQuestion"),
    /** Before another question. */
    NEXT_QUESTION("nextQuestion"),
    /** Before the last question. */
    LAST_QUESTION("lastQuestion"),
    /** At the end. */
    GOODBYE("goodbye"),
    /** To respondents who come back after completing the survey. */
    COMPLETED_ALREADY("completedAlready"),
    /** To respondents who are screened out. */
    SCREENED_OUT("screenedOut");

    private final String word;

    Moment(String word) {
        this.word = word;
    }

    /** The name in {@code survey.json}. */
    public String word() {
        return word;
    }
}
