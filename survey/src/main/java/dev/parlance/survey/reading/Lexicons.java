package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The lexicons of the languages in use. Each is built when the first reply in its language needs it. */
final class Lexicons {
    private static final Map<Words, Lexicon> BUILT = Collections.synchronizedMap(new WeakHashMap<>());

    private Lexicons() {}

    static Lexicon of(Words words) {
        return BUILT.computeIfAbsent(words, Lexicon::of);
    }
}
