package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TextQuestion;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of the engine's own words a survey can need: words for kinds of questions that it doesn't have aren't demanded. */
final class NeededWords {
    private static final String PREFIX = "survey.";
    private static final Set<String> NUMBERS = Set.of("number", "rating", "nps");
    private static final Set<String> CHOICES = Set.of("choice", "choices");
    /** Words that are for some kinds of questions alone. */
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("invalid.length", Set.of("text")),
            Map.entry("invalid.number", NUMBERS),
            Map.entry("invalid.least", NUMBERS),
            Map.entry("invalid.most", NUMBERS),
            Map.entry("invalid.anyNumber", NUMBERS),
            Map.entry("invalid.choice", CHOICES),
            Map.entry("invalid.choices", CHOICES),
            Map.entry("invalid.exclusive", CHOICES),
            Map.entry("option.text", CHOICES),
            Map.entry("option.voice", CHOICES),
            Map.entry("and", CHOICES),
            Map.entry("invalid.yesNo", Set.of("yesNo")),
            Map.entry("invalid.date", Set.of("date")),
            Map.entry("invalid.dateRange", Set.of("date")),
            Map.entry("today", Set.of("date")),
            Map.entry("tomorrow", Set.of("date")),
            Map.entry("yesterday", Set.of("date")),
            Map.entry("invalid.time", Set.of("time")),
            Map.entry("invalid.phone", Set.of("phone")),
            Map.entry("invalid.email", Set.of("email")),
            Map.entry("at", Set.of("email")),
            Map.entry("dot", Set.of("email")),
            Map.entry("invalid.location", Set.of("location")),
            Map.entry("invalid.media", Set.of("media")));

    private NeededWords() {}

    /** Those of some keys that this survey can need. */
    static Set<String> of(SurveyBuilder survey, Set<String> keys) {
        Set<String> kinds = new HashSet<>();
        survey.groups.forEach(group -> group.questions().forEach(question -> kinds.add(question.kind())));
        Set<String> unneeded = unneeded(survey);
        KINDS.forEach((key, of) -> {
            if (of.stream().noneMatch(kinds::contains)) {
                unneeded.add(key);
            }
        });
        Set<String> needed = new TreeSet<>(keys);
        needed.removeIf(key -> unneeded.contains(key.substring(PREFIX.length())));
        return needed;
    }

    private static Set<String> unneeded(SurveyBuilder survey) {
        Set<String> unneeded = new HashSet<>();
        if (survey.timing.reminders().isEmpty()) {
            unneeded.add("reminder");
        }
        if (!survey.calls.detectMachines()) {
            unneeded.add("voicemail");
        }
        if (survey.wording.containsKey(Moment.GOODBYE)) {
            unneeded.add("goodbye");
        }
        if (survey.wording.containsKey(Moment.COMPLETED_ALREADY)) {
            unneeded.add("alreadyCompleted");
        }
        if (survey.wording.containsKey(Moment.SCREENED_OUT)) {
            unneeded.add("screenedOut");
        }
        if (survey.groups.stream().flatMap(group -> group.questions().stream()).noneMatch(NeededWords::isRecorded)) {
            unneeded.add("record");
        }
        if (!handsOver(survey)) {
            unneeded.addAll(Set.of("handOver.text", "handOver.voice"));
        }
        unneeded.addAll(
                survey.rules.commands() == Commands.CARRIERS
                        ? Set.of(
                                "help.text",
                                "stop",
                                "stop.confirm",
                                "stopWishes",
                                "start",
                                "help",
                                "back",
                                "repeat",
                                "restart",
                                "skip",
                                "menu")
                        : Set.of("help.carriers"));
        return unneeded;
    }

    private static boolean isRecorded(Question question) {
        return question instanceof TextQuestion text && text.recorded();
    }

    private static boolean handsOver(SurveyBuilder survey) {
        return survey.rules.attempts().then() == Attempts.Then.HAND_OVER
                || survey.groups.stream()
                        .flatMap(group -> group.questions().stream())
                        .flatMap(question -> question.frame().attempts().stream())
                        .anyMatch(own -> own.then() == Attempts.Then.HAND_OVER);
    }
}
