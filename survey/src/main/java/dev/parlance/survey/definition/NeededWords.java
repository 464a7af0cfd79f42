package dev.parlance.survey.definition;

import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which of the library's sentences a survey can need; those for question kinds it does not use are not required. */
final class NeededWords {
    private static final String PREFIX = "survey.";
    /** The sentences that follow only words, not keys. */
    private static final Set<String> OF_SPEECH = Set.of("confirm", "didYouMean", "which", "stop.confirm");

    /** The sentences that only agents hear, who need a language with a voice. */
    private static final Set<String> OF_AGENTS = Set.of("whisper.caller", "whisper.accept");

    private NeededWords() {}

    /** Filters the keys down to those that this survey can need. */
    static Set<String> of(SurveyBuilder survey, Set<String> keys) {
        Set<String> unneeded = unneeded(survey);
        Kinds.STANDARD.all().forEach(kind -> unneeded.addAll(kind.sentences()));
        questions(survey).forEach(question -> unneeded.removeAll(question.sentences()));
        Set<String> needed = new TreeSet<>(keys);
        needed.removeIf(key -> unneeded.contains(key.substring(PREFIX.length())));
        return needed;
    }

    /** The keys of the sentences that a call can need: those of the library, and of the survey's own kinds of question. */
    static Set<String> spoken(SurveyBuilder survey, boolean hasLanguages, boolean isRecognized) {
        Set<String> all = new TreeSet<>(Words.spoken());
        if (!hasLanguages) {
            all.remove("language.voice");
        }
        if (!isRecognized) {
            all.removeAll(OF_SPEECH);
        }
        if (questions(survey).noneMatch(question -> question.sentences().contains("option.voice"))) {
            all.remove("option.voice");
        }
        if (!isRecognized && questions(survey).noneMatch(YesNoQuestion.class::isInstance)) {
            all.remove("yesNo.voice");
        }
        all.removeAll(OF_AGENTS);
        all.addAll(ofKinds(survey));
        return of(survey, all.stream().map(key -> PREFIX + key).collect(Collectors.toSet()));
    }

    /** The sentences that this survey's question kinds need and the library lacks. */
    static Set<String> ofKinds(SurveyBuilder survey) {
        Set<String> own = new TreeSet<>();
        questions(survey).forEach(question -> own.addAll(question.sentences()));
        own.removeIf(Words::isStandard);
        return own;
    }

    private static Stream<Question> questions(SurveyBuilder survey) {
        return survey.groups.stream()
                .flatMap(group -> group.questions().stream())
                .flatMap(question -> Stream.concat(Stream.of(question), question.followUps().stream()));
    }

    private static Set<String> unneeded(SurveyBuilder survey) {
        Set<String> unneeded = new HashSet<>();
        if (survey.timing.reminders().isEmpty()) {
            unneeded.add("reminder");
        }
        if (questions(survey)
                .allMatch(question -> question.settings().answerWithin().isEmpty())) {
            unneeded.add("timeOver");
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
        if (survey.relevance.from().isEmpty() || survey.wording.containsKey(Moment.TOO_EARLY)) {
            unneeded.add("notStarted");
        }
        if (survey.agents.isEmpty()) {
            unneeded.add("agent");
        }
        if (!handsOver(survey)) {
            unneeded.addAll(Set.of("handOver.text", "handOver.voice", "handOver.unanswered"));
        }
        List<Agent.Whisper> whispers = survey.agents.values().stream()
                .flatMap(agent -> agent.whisper().stream())
                .toList();
        if (whispers.isEmpty()) {
            unneeded.add("whisper.caller");
        }
        if (whispers.stream().noneMatch(Agent.Whisper::accept)) {
            unneeded.add("whisper.accept");
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
                                "agent",
                                "skip",
                                "menu")
                        : Set.of("help.carriers"));
        return unneeded;
    }

    private static boolean handsOver(SurveyBuilder survey) {
        return !survey.agents.isEmpty()
                || survey.rules.attempts().then() == Attempts.Then.HAND_OVER
                || questions(survey)
                        .flatMap(question -> question.settings().attempts().stream())
                        .anyMatch(own -> own.then() == Attempts.Then.HAND_OVER);
    }
}
