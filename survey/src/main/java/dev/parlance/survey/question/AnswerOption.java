package dev.parlance.survey.question;

/**
 * An answer that the respondent can choose.
 *
 * @param id the meaning, the same in each language and channel: an option's value or a language's tag
 * @param key the number or key to choose it by if there are no buttons
 * @param label the text in the respondent's language
 */
public record AnswerOption(String id, String key, String label) {}
