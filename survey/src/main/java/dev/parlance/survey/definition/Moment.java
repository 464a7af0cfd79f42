package dev.parlance.survey.definition;

/** When something is said around the questions. */
public enum Moment {
    /** First. */
    WELCOME("welcome"),
    /** When the language is chosen. */
    BEGIN("begin"),
    /** Before the first question. */
    FIRST_QUESTION("firstQuestion"),
    /** Before another question. */
    NEXT_QUESTION("nextQuestion"),
    /** Before the last question. */
    LAST_QUESTION("lastQuestion"),
    /** At the end. */
    GOODBYE("goodbye"),
    /** To who has completed the survey and comes back. */
    COMPLETED_ALREADY("completedAlready"),
    /** To who is not among those to be asked. */
    SCREENED_OUT("screenedOut");

    private final String word;

    Moment(String word) {
        this.word = word;
    }

    /** The word for it in {@code survey.json}. */
    public String word() {
        return word;
    }
}
