package dev.parlance.survey.question;

/** Checks what a definition refers to: questions that come earlier, and variables that are declared. */
public interface References extends AnswerTypes {
    /** Reports a condition that refers to something unknown, or can't hold. */
    void check(String path, Condition condition);

    /** Reports a value that can't be known. */
    void check(String path, Operand operand);

    /** Reports a placeholder that is neither an earlier question nor a variable. */
    void checkPlaceholder(String path, String name);
}
