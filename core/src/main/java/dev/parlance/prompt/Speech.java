package dev.parlance.prompt;

import java.util.Optional;

/**
 * The voice and languages of calls in a language.
 *
 * @param isRecorded whether calls play recordings instead of a voice
 * @param isRecognized whether callers can answer in words
 */
record Speech(Optional<String> voice, String spoken, String heard, boolean isRecorded, boolean isRecognized) {}
