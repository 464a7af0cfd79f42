package dev.parlance.prompt;

import dev.parlance.Problem;
import dev.parlance.internal.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Checks that Twilio supports the voices and languages of a spoken bundle. */
record SpeechCheck(TwilioSpeech twilio, Set<String> allowedVoices, List<Problem> errors, List<Problem> warnings) {

    /** @param isRecorded whether the language has recordings instead of a voice */
    void check(BundleFile file, boolean isRecorded, BiFunction<String, String, Optional<Entry>> setting) {
        Optional<Entry> voice = setting.apply(file.tag(), "voice");
        Optional<Entry> spoken = setting.apply(file.tag(), "language");
        Optional<Entry> heard = setting.apply(file.tag(), "speechLanguage");
        String spokenTag = spoken.map(Entry::value).orElse(file.tag());
        String heardTag = heard.map(Entry::value).orElse(spokenTag);

        if (isRecorded) {
            heard.ifPresent(entry -> checkHeard(file, heard, heardTag));
            return;
        }
        if (voice.isEmpty()) {
            errors.add(Problem.at(file.place(), 0, "\"voice\" is missing, but other languages have one"));
        } else if (!allowedVoices.contains(voice.get().value())) {
            checkSupported(
                    file,
                    voice,
                    voice.get().value(),
                    "voice",
                    twilio.voices(),
                    "allow it with allowVoice if it is new");
        }
        checkSupported(
                file, spoken, spokenTag, "language", twilio.spoken(), "set \"language\" to one that <Say> supports");
        if (!heardTag.equals(spokenTag) || twilio.spoken().contains(spokenTag)) {
            checkHeard(file, heard.or(() -> spoken), heardTag);
        }
        voice.ifPresent(named -> checkSameLanguage(file, named, spokenTag));
    }

    private void checkHeard(BundleFile file, Optional<Entry> entry, String tag) {
        checkSupported(
                file,
                entry,
                tag,
                "speechLanguage",
                twilio.heard(),
                "set \"speechLanguage\" to one that <Gather> supports");
    }

    private void checkSupported(
            BundleFile file, Optional<Entry> entry, String value, String key, Set<String> names, String remedy) {
        if (names.contains(value)) {
            return;
        }
        List<String> near = suggestions(value, names);
        String advice = near.isEmpty() ? remedy : "did you mean " + String.join(", ", near) + "? Or " + remedy;
        errors.add(Problem.at(
                file.place(),
                lineIn(file, entry),
                "\"" + key + "\" is " + value + ", which Twilio does not support; " + advice));
    }

    /** The regions of a language without a region; otherwise similar names. */
    private static List<String> suggestions(String value, Set<String> names) {
        List<String> regions = names.stream()
                .filter(name -> name.startsWith(value + "-"))
                .sorted()
                .toList();
        return regions.isEmpty() ? Spelling.nearest(value, names) : regions;
    }

    /** The line, if the entry is from this file and not inherited. */
    private static int lineIn(BundleFile file, Optional<Entry> entry) {
        return entry.filter(own -> file.entries().containsValue(own))
                .map(Entry::line)
                .orElse(0);
    }

    private void checkSameLanguage(BundleFile file, Entry voice, String spokenTag) {
        String prefix = "Google.";
        if (voice.value().startsWith(prefix) && !voice.value().startsWith(prefix + spokenTag + "-")) {
            warnings.add(Problem.at(
                    file.place(),
                    lineIn(file, Optional.of(voice)),
                    voice.value() + " is a voice for another language than " + spokenTag));
        }
    }
}
