package dev.parlance.survey.question;

import java.util.List;

/**
 * An answer that the respondent can choose.
 *
 * @param id the meaning, the same in each language and channel: an option's value or a language's tag
 * @param key the number or key to choose it by if there are no buttons
 * @param label the text in the respondent's language
 * @param recordings the URLs of the recordings of the label, or the names of media files; can be empty
 */
public record AnswerOption(String id, String key, String label, List<String> recordings) {
    /** Copies the list. */
    public AnswerOption {
        recordings = List.copyOf(recordings);
    }

    /** An option without a recording. */
    public AnswerOption(String id, String key, String label) {
        this(id, key, label, List.of());
    }
}
