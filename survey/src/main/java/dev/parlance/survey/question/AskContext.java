package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.time.LocalDate;

/**
 * What affects how a question is asked and its answer is read.
 *
 * @param words the words of the respondent's language
 * @param medium the medium of the conversation
 * @param today the current date where the respondent is
 * @param shuffleSeed the seed for the random order of options; constant for one respondent
 * @param known what options can depend on, such as earlier answers
 */
public record AskContext(Words words, Medium medium, LocalDate today, long shuffleSeed, ConditionContext known) {
    /** A question that is asked first. */
    public AskContext(Words words, Medium medium, LocalDate today, long shuffleSeed) {
        this(
                words,
                medium,
                today,
                shuffleSeed,
                new NothingKnown(words.language().tag(), medium.channel(), today));
    }

    /** The question's text in the respondent's language, with its placeholders. Its words may come back in an answer. */
    String question(Question question) {
        String key = question.settings().prompt();
        return words.language().contains(key) ? words.language().source(key) : "";
    }
}
