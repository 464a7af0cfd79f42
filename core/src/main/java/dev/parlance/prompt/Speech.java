package dev.parlance.prompt;

import java.util.Optional;

/** How a language is spoken and listened to on a call. */
record Speech(Optional<String> voice, String spoken, String heard) {}
