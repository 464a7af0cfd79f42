package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks what calls need in a language that has recordings instead of a voice. The prompts' own recordings are checked when the
 * prompts are loaded.
 */
final class RecordedLanguageCheck {
    private static final Set<AnswerOptions.Kind> LISTED =
            Set.of(AnswerOptions.Kind.OPTIONS, AnswerOptions.Kind.SEVERAL);

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final Collection<Words> languages;
    private final QuestionPlaces questions;
    private final ProblemList problems;
    private final ProblemList warnings;

    RecordedLanguageCheck(
            SurveyBuilder survey,
            Prompts prompts,
            Collection<Words> languages,
            QuestionPlaces questions,
            ProblemList problems,
            ProblemList warnings) {
        this.survey = survey;
        this.prompts = prompts;
        this.languages = languages;
        this.questions = questions;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check() {
        for (Words words : languages) {
            if (words.language().isRecorded()) {
                sentences(words.language());
                questions.all().forEach(at -> files(at, words));
            }
            if (!words.language().isRecognized()) {
                questions.worded().forEach(at -> answer(at, words));
            }
        }
    }

    private void sentences(Language language) {
        Set<String> missing = NeededWords.spoken(survey, languages.size() > 1, language.isRecognized());
        missing.removeIf(key -> language.contains(key + ".audio"));
        if (!missing.isEmpty()) {
            List<String> keys = missing.stream().map(key -> key + ".audio").toList();
            problems.add(
                    "",
                    "has recordings but no \"voice\" in " + language.tag()
                            + ", so calls also need recordings of the library's own sentences: add the prompt"
                            + (keys.size() == 1 ? " " : "s ") + Listing.quoted(keys));
        }
    }

    /** Checks that the sentence of each option has its files, such as {@code press-5.mp3}. */
    private void files(QuestionPlaces.Place at, Words words) {
        AnswerOptions options = at.question().answerOptions(call(words));
        Set<String> missing = new TreeSet<>();
        if (LISTED.contains(options.kind())) {
            for (AnswerOption option : options.all()) {
                Map<String, String> values = Map.of("key", option.key(), "label", "https://label");
                missing.addAll(words.recordings("option.voice", values));
            }
        }
        missing.removeIf(name -> name.contains("://") || prompts.mediaFiles().containsKey(name));
        if (!missing.isEmpty()) {
            problems.add(
                    at.path() + ".options",
                    "needs the file" + (missing.size() == 1 ? " " : "s ") + Listing.quoted(List.copyOf(missing))
                            + " in a call, because " + words.language().tag() + " has no \"voice\"");
        }
    }

    private static AskContext call(Words words) {
        return new AskContext(words, Medium.VOICE, LocalDate.EPOCH, 0);
    }

    private void answer(QuestionPlaces.Place at, Words words) {
        AskContext call = call(words);
        if (!(at.question() instanceof Automatic) && at.question().expects(call).mode() == ExpectedInput.Mode.SPEECH) {
            warnings.add(
                    at.path(),
                    "is answered in words, which calls in " + words.language().tag()
                            + " do not recognize: set \"speechLanguage\" in its prompts, or use \"recorded\": true");
        }
    }
}
