package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.OfferMention;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Handles input to the open question: accepts an answer, asks to confirm an uncertain one, or asks again. */
final class AnswerHandler {
    private static final Reading.Unclear SILENCE = new Reading.Unclear("silence", Map.of());

    private final TurnContext context;
    private final Survey survey;
    private final ReplyBuilder replies;
    private final Navigator navigator;
    private final Endings endings;
    private final OpeningHandler opening;
    private final MissedReplyRecorder missed;

    AnswerHandler(
            TurnContext context, ReplyBuilder replies, Navigator navigator, Endings endings, OpeningHandler opening) {
        this.context = context;
        this.survey = context.survey();
        this.replies = replies;
        this.navigator = navigator;
        this.endings = endings;
        this.opening = opening;
        this.missed = new MissedReplyRecorder(context);
    }

    Step handle(Step step, Input input, Position at) {
        if (isLate(step, input)) {
            return navigator.askAgain(replies.saySystem(storeLate(step, (Input.Text) input), "late"));
        }
        if (navigator.isTimeOver(step, at)) {
            boolean nobodyThere = input.isSilent() && !step.progress().hasResponded();
            return nobodyThere ? endings.nobodyThere(step) : navigator.timeOver(storeTooLate(step, input), at);
        }
        if (isNotYetAskedHere(input, at)) {
            return navigator.askAgain(replies.saySystem(storeLate(step, (Input.Text) input), "welcomeBack"));
        }
        if (input.isSilent()) {
            return navigator.notUnderstood(step, at, SILENCE);
        }
        if (input instanceof Input.Form form) {
            return form.fields().containsKey(at.key()) ? handleEach(step, form) : navigator.askAgain(step);
        }
        return isGreeting(step, input, at) ? navigator.askAgain(step) : read(step, input, at);
    }

    private boolean isLate(Step step, Input input) {
        return input instanceof Input.Text
                && !survey.rules().severalAnswers()
                && context.facts().seenTurn().isPresent()
                && context.facts().seenTurn().getAsInt() < step.progress().askedTurn();
    }

    /** Free text accepts any words, so after a dropped call the question is asked by text before one is accepted. */
    private boolean isNotYetAskedHere(Input input, Position at) {
        return input instanceof Input.Text
                && context.isNewChannel()
                && at.question().acceptsAnyText();
    }

    /** Stores a text that arrived before the question was asked. It does not count as an answer. */
    private Step storeLate(Step step, Input.Text text) {
        List<String> path = step.progress().path();
        String question = path.isEmpty() ? step.progress().question() : path.get(path.size() - 1);
        return storeLate(step, text, question);
    }

    /** Stores a text that came after the time for the answer. */
    Step storeTooLate(Step step, Input input) {
        String question = step.progress().question();
        return input instanceof Input.Text text && !question.isEmpty() ? storeLate(step, text, question) : step;
    }

    private Step storeLate(Step step, Input.Text text, String question) {
        return step.addEarlier(GivenAnswer.late(
                question,
                Value.of(text.body()),
                step.language(),
                step.progress().attempts() + 1,
                context.now(),
                step.session().channel()));
    }

    /** "Hello" does not answer a free-text question; the question is asked again. */
    private boolean isGreeting(Step step, Input input, Position at) {
        return at.question().acceptsAnyText()
                && context.words(step.session()).list("greetings").contains(TextNormalizer.normalize(input.words()));
    }

    private Step read(Step step, Input input, Position at) {
        Reading reading = reading(step, input, at);
        boolean takesAnyText = at.question().acceptsAnyText();
        boolean mayNameLanguage = !(reading instanceof Reading.Understood) || takesAnyText;
        Optional<String> language = mayNameLanguage ? otherLanguage(step, input, takesAnyText) : Optional.empty();
        if (language.isPresent()) {
            return navigator.askAgain(step.speaking(language.get()));
        }
        List<String> parts = reading instanceof Reading.Understood ? List.of() : severalAnswers(step, input, at);
        return parts.isEmpty() ? handle(step, input, at, reading) : handleEach(step, parts);
    }

    private Step handle(Step step, Input input, Position at, Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return understood(step, input, at, understood);
        }
        if (reading instanceof Reading.Likely likely) {
            return likely(step, input, at, likely.candidates());
        }
        return notUnderstood(step, input, at, (Reading.Unclear) reading);
    }

    private Step notUnderstood(Step step, Input input, Position at, Reading.Unclear unclear) {
        return navigator.notUnderstood(missed.askedAgain(step, input, at), at, unclear);
    }

    private Reading reading(Step step, Input input, Position at) {
        return at.question().read(input, context.hearing(step.session(), at));
    }

    private Optional<String> otherLanguage(Step step, Input input, boolean takesAnyText) {
        return opening.switchedTo(step, input.words(), takesAnyText).filter(tag -> !tag.equals(step.language()));
    }

    /** Accepts an answer, or asks to confirm it if the recognizer and the reading together are not certain enough. */
    private Step understood(Step step, Input input, Position at, Reading.Understood read) {
        String recording = input instanceof Input.Recording recorded ? recorded.sid() : "";
        String transcript = step.session().transcripts().get(recording);
        Step ready = transcript == null ? step : step.with(Transcripts.without(step.session(), recording));
        Answer answer =
                answer(step, input, at, transcript == null ? read : new Reading.Understood(Value.of(transcript), 1));
        if (answer.confidence() >= survey.rules().confidence()) {
            return navigator.accept(ready, at, answer);
        }
        return replies.confirm(unsure(ready, input, at, List.of(answer)), shown(ready, at, answer.value()));
    }

    /** Asks which value the respondent meant. */
    private Step likely(Step step, Input input, Position at, List<Value> candidates) {
        List<Answer> answers = candidates.stream()
                .map(value -> answer(step, input, at, new Reading.Understood(value, 1)))
                .toList();
        List<String> shown =
                candidates.stream().map(value -> shown(step, at, value)).toList();
        Step unsure = unsure(step, input, at, answers);
        return shown.size() == 1 ? replies.didYouMean(unsure, shown.get(0)) : replies.which(unsure, shown);
    }

    private Step unsure(Step step, Input input, Position at, List<Answer> answers) {
        return unsure(missed.saidBack(step, input, at), Stage.CONFIRMING, answers);
    }

    private static Step unsure(Step step, Stage stage, List<Answer> answers) {
        return step.with(edit -> {
            edit.stage = stage;
            edit.unsure = answers;
        });
    }

    private String shown(Step step, Position at, Value value) {
        return at.question().display(value, context.words(step.session()));
    }

    private Answer answer(Step step, Input input, Position at, Reading.Understood read) {
        return new GivenAnswer(
                at.key(),
                read.value(),
                how(input),
                confidence(input) * read.certainty(),
                step.language(),
                step.progress().attempts() + 1,
                context.now(),
                input instanceof Input.Recording recording ? Optional.of(recording.sid()) : Optional.empty(),
                step.session().channel(),
                at.question().keepsWording() ? Optional.of(replies.wording(step, at)) : Optional.empty());
    }

    private static double confidence(Input input) {
        return input instanceof Input.Speech speech ? speech.confidence() : 1;
    }

    private static Answer.InputMethod how(Input input) {
        if (input instanceof Input.Text || input instanceof Input.Choice || input instanceof Input.Form) {
            return Answer.InputMethod.TEXT;
        }
        if (input instanceof Input.Keys) {
            return Answer.InputMethod.KEYS;
        }
        return input instanceof Input.Recording ? Answer.InputMethod.RECORDING : Answer.InputMethod.SPEECH;
    }

    /** The parts of "5, 3, great" if the survey accepts several answers at once and the first part is valid. */
    private List<String> severalAnswers(Step step, Input input, Position first) {
        if (!survey.rules().severalAnswers() || !(input instanceof Input.Text text)) {
            return List.of();
        }
        List<String> parts = Words.split(text.body().replace('\n', ','));
        boolean isSeveral =
                parts.size() > 1 && reading(step, Input.text(parts.get(0)), first) instanceof Reading.Understood;
        return isSeveral ? parts : List.of();
    }

    /** Answers one question after another with these parts, until one is not understood. */
    private Step handleEach(Step first, List<String> parts) {
        Step step = first;
        for (String part : parts) {
            Optional<Position> at = step.stage() == Stage.ASKING ? navigator.here(step) : Optional.empty();
            if (at.isEmpty() || step.needs().isPresent()) {
                return step;
            }
            Input input = Input.text(part);
            Reading reading = reading(step, input, at.get());
            step = handle(step, input, at.get(), reading);
            if (!(reading instanceof Reading.Understood)) {
                return step;
            }
        }
        return step;
    }

    /** Answers one question after another with the fields of a form, until one has no field or is not understood. */
    private Step handleEach(Step first, Input.Form form) {
        Step step = first;
        Set<String> answered = new HashSet<>();
        while (step.stage() == Stage.ASKING && step.needs().isEmpty()) {
            Optional<Position> at = navigator
                    .here(step)
                    .filter(there -> form.fields().containsKey(there.key()) && answered.add(there.key()));
            if (at.isEmpty()) {
                return step;
            }
            Input input = FormField.input(
                    form.fields().getOrDefault(at.get().key(), List.of()),
                    at.get().question().answerOptions(context.hearing(step.session(), at.get())));
            Reading reading = reading(step, input, at.get());
            step = handle(step, input, at.get(), reading);
            if (!(reading instanceof Reading.Understood)) {
                return step;
            }
        }
        return step;
    }

    /** Handles the reply to "Is that right?" or "Which did you mean?". */
    Step confirm(Step step, Input input, Position at) {
        if (navigator.isTimeOver(step, at)) {
            return handle(step, input, at);
        }
        List<Answer> unsure = step.progress().unconfirmed();
        if (unsure.size() > 1) {
            Optional<Answer> chosen = chosen(step, input, at, unsure);
            return chosen.isPresent() ? navigator.accept(step, at, chosen.get()) : handle(step, input, at);
        }
        Optional<Boolean> sure = yesOrNo(step, input);
        if (sure.isEmpty()) {
            return handle(step, input, at);
        }
        return sure.get()
                ? navigator.accept(step, at, unsure.get(0))
                : navigator.notUnderstood(missed.refused(step), at, Navigator.NOT_UNDERSTOOD);
    }

    private Optional<Answer> chosen(Step step, Input input, Position at, List<Answer> unsure) {
        List<String> offers = unsure.stream()
                .map(candidate -> shown(step, at, candidate.value()))
                .toList();
        return OfferMention.chosen(input, offers, context.words(step.session())).map(unsure::get);
    }

    /** True for yes, false for no, empty for anything else. */
    Optional<Boolean> yesOrNo(Step step, Input input) {
        Reading reading = new YesNoQuestion(QuestionSettings.of("sure")).read(input, context.hearing(step.session()));
        return reading instanceof Reading.Understood understood
                ? Optional.of(understood.value().has(YesNoQuestion.YES))
                : Optional.empty();
    }

    /** Whether these words are exactly an answer, such as the label of an option. */
    boolean isExactAnswer(Step step, Input input, Position at) {
        return !at.question().acceptsAnyText() && reading(step, input, at).certainty() == 1;
    }

    /** Whether these words may ask for something instead of answering: they are no answer, or any text is one. */
    boolean isOpen(Step step, Input input, Position at) {
        return at.question().acceptsAnyText() || reading(step, input, at) instanceof Reading.Unclear;
    }

    /** Whether these words could answer the question or are part of an option's label. */
    boolean couldAnswer(Step step, Input input, Position at) {
        if (!(reading(step, input, at) instanceof Reading.Unclear)) {
            return true;
        }
        String said = " " + TextNormalizer.normalize(input.words()) + " ";
        return at.question().answerOptions(context.hearing(step.session(), at)).all().stream()
                .anyMatch(offer -> (" " + TextNormalizer.normalize(offer.label()) + " ").contains(said));
    }

    /** Asks whether to stop all messages. Keeps the words, which may be the answer after all. */
    Step askToStop(Step step, Input input, Position at) {
        List<Answer> answer = reading(step, input, at) instanceof Reading.Understood understood
                ? List.of(answer(step, input, at, understood))
                : List.of();
        return replies.askToStop(unsure(step, Stage.STOPPING, answer));
    }

    /** Continues: the words count as the answer if they can be one. */
    Step resume(Step step, Position at) {
        List<Answer> unsure = step.progress().unconfirmed();
        return unsure.isEmpty() ? navigator.askAgain(step) : navigator.accept(step, at, unsure.get(0));
    }
}
