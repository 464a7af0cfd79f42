package dev.parlance.prompt;

import java.util.Optional;

/** The voice and languages of calls in a language. */
record Speech(Optional<String> voice, String spoken, String heard) {}
