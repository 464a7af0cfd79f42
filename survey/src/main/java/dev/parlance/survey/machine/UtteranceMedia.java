package dev.parlance.survey.machine;

import java.util.List;

/**
 * The media of a sentence, as URLs. In a reply of the machine, they can also be names of the survey's media files.
 *
 * @param recordings what a call plays instead of the words; can be empty
 * @param pictures what a channel with pictures shows with the words; can be empty
 */
public record UtteranceMedia(List<String> recordings, List<String> pictures) {
    /** A sentence in words only. */
    public static final UtteranceMedia NONE = new UtteranceMedia(List.of(), List.of());

    /** Copies the lists. */
    public UtteranceMedia {
        recordings = List.copyOf(recordings);
        pictures = List.copyOf(pictures);
    }
}
