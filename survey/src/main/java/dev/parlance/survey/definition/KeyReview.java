package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.ConsentQuestion;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharesQuestion;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.reading.NamedKeys;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds prompts that name keys which the question does not offer: "Press 8" for the third of three options. */
final class KeyReview {
    private final Collection<Words> languages;
    private final QuestionPlaces questions;
    private final WordingCheck wording;
    private final ProblemList warnings;

    KeyReview(Collection<Words> languages, QuestionPlaces questions, WordingCheck wording, ProblemList warnings) {
        this.languages = languages;
        this.questions = questions;
        this.wording = wording;
        this.warnings = warnings;
    }

    void review() {
        for (Words words : languages) {
            NamedKeys named = NamedKeys.of(words);
            for (QuestionPlaces.Place at : questions.worded()) {
                offered(at.question()).ifPresent(keys -> review(at, keys, named, words.language()));
            }
        }
    }

    /** The numbers that answer the question; empty if it is not answered by number. */
    private static Optional<SortedSet<Integer>> offered(Question question) {
        if (question instanceof YesNoQuestion || question instanceof ConsentQuestion) {
            return Optional.of(new TreeSet<>(List.of(1, 2)));
        }
        Optional<ChoiceQuestion> choice = WithOptions.of(question);
        if (choice.isPresent() && !(question instanceof SharesQuestion)) {
            return Optional.of(new TreeSet<>(choice.get().keys()));
        }
        List<String> scale = question.isAsked() && question.answers() instanceof AnswerType.Numbers
                ? question.answers().all()
                : List.of();
        return scale.isEmpty()
                ? Optional.empty()
                : Optional.of(scale.stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The numbers in words: "1 to 3", or "0, 1 and 9". */
    private static String listed(SortedSet<Integer> numbers) {
        boolean isRange = numbers.last() - numbers.first() == numbers.size() - 1;
        return isRange
                ? numbers.first() + " to " + numbers.last()
                : Listing.and(numbers.stream().map(String::valueOf).toList());
    }

    private void review(QuestionPlaces.Place at, SortedSet<Integer> offered, NamedKeys named, Language language) {
        List<String> keys = new ArrayList<>(at.question().promptKeys());
        keys.add(0, at.question().settings().prompt());
        for (String key : keys) {
            TreeSet<Integer> wrong = new TreeSet<>();
            String variant = "";
            for (String each : wording.variantsOf(key, language)) {
                TreeSet<Integer> found = new TreeSet<>(named.in(language.source(each)));
                found.removeAll(offered);
                variant = variant.isEmpty() && !found.isEmpty() ? each : variant;
                wrong.addAll(found);
            }
            if (!wrong.isEmpty()) {
                List<String> numbers = wrong.stream().map(String::valueOf).toList();
                warnings.add(
                        at.path(),
                        "uses the prompt \"" + variant + "\", which in " + language.tag() + " names the "
                                + (numbers.size() == 1 ? "key " : "keys ") + Listing.and(numbers)
                                + ", but the answers are " + listed(offered)
                                + ": someone who presses or sends " + Listing.or(numbers)
                                + " is asked again. Name a number that is offered");
            }
        }
    }
}
