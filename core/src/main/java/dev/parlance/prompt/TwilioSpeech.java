package dev.parlance.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The languages and voices that Twilio supports, from the list next to this class. */
record TwilioSpeech(Set<String> spoken, Set<String> heard, Set<String> voices) {
    private static final String LIST = "twilio-speech.txt";

    static TwilioSpeech load() {
        TwilioSpeech speech = new TwilioSpeech(new HashSet<>(), new HashSet<>(), new HashSet<>());
        try (InputStream list = Objects.requireNonNull(TwilioSpeech.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> speech.add(List.of(line.split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return speech;
    }

    private void add(List<String> words) {
        switch (words.get(0)) {
            case "say" -> spoken.addAll(words.subList(1, words.size()));
            case "gather" -> heard.addAll(words.subList(1, words.size()));
            default -> {
                String prefix = words.get(1).equals("-") ? "" : words.get(1);
                words.subList(2, words.size()).forEach(name -> voices.add(prefix + name));
            }
        }
    }
}
