package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a person answers to a question: an answer, perhaps one, or none. */
final class Answering {
    private static final Reading.Unclear SILENCE = new Reading.Unclear("silence", Map.of());

    private final Scene scene;
    private final Survey survey;
    private final Speaking speaking;
    private final Moves moves;
    private final Opening opening;

    Answering(Scene scene, Speaking speaking, Moves moves, Opening opening) {
        this.scene = scene;
        this.survey = scene.survey();
        this.speaking = speaking;
        this.moves = moves;
        this.opening = opening;
    }

    Step take(Step step, Input input, Stop at) {
        if (isLate(step, input)) {
            return moves.askAgain(speaking.engine(keep(step, (Input.Text) input), "late"));
        }
        if (isNotAskedHereYet(input, at)) {
            return moves.askAgain(speaking.engine(keep(step, (Input.Text) input), "welcomeBack"));
        }
        if (input.isSilent()) {
            return moves.notUnderstood(step, at, SILENCE);
        }
        return isGreeting(step, input, at) ? moves.askAgain(step) : read(step, input, at);
    }

    private boolean isLate(Step step, Input input) {
        return input instanceof Input.Text
                && !survey.rules().severalAnswers()
                && scene.facts().seen().isPresent()
                && scene.facts().seen().getAsInt() < step.progress().askedTurn();
    }

    /** Any words would answer a question for words: after a call that broke off, it is first asked by text. */
    private boolean isNotAskedHereYet(Input input, Stop at) {
        return input instanceof Input.Text
                && scene.isNewChannel()
                && at.question().takesAnyWords();
    }

    /** A text that came in before the question was asked cannot answer it. It is kept, and counts for nothing. */
    private Step keep(Step step, Input.Text text) {
        List<String> path = step.progress().path();
        String question = path.isEmpty() ? step.progress().at() : path.get(path.size() - 1);
        return step.keep(Answer.late(
                question,
                Value.of(text.body()),
                step.language(),
                step.progress().attempts() + 1,
                scene.now(),
                step.session().channel()));
    }

    /** "Hello" is no answer to a question for words; it asks to hear the question. */
    private boolean isGreeting(Step step, Input input, Stop at) {
        return at.question().takesAnyWords()
                && scene.words(step.session()).list("greetings").contains(Folding.fold(input.words()));
    }

    private Step read(Step step, Input input, Stop at) {
        Reading reading = reading(step, input, at);
        boolean mayNameLanguage =
                !(reading instanceof Reading.Understood) || at.question().takesAnyWords();
        Optional<String> language = mayNameLanguage ? otherLanguage(step, input) : Optional.empty();
        if (language.isPresent()) {
            return moves.askAgain(step.speaking(language.get()));
        }
        if (reading instanceof Reading.Unclear unclear) {
            List<String> parts = severalAnswers(step, input, at);
            return parts.isEmpty() ? moves.notUnderstood(step, at, unclear) : takeEach(step, parts);
        }
        return take(step, input, at, reading);
    }

    private Step take(Step step, Input input, Stop at, Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            return understood(step, input, at, understood.value());
        }
        if (reading instanceof Reading.Likely likely) {
            return likely(step, input, at, likely.candidates());
        }
        return moves.notUnderstood(step, at, (Reading.Unclear) reading);
    }

    private Reading reading(Step step, Input input, Stop at) {
        return at.question().read(input, scene.hearing(step.session()));
    }

    private Optional<String> otherLanguage(Step step, Input input) {
        return opening.switchedTo(step, input.words()).filter(tag -> !tag.equals(step.language()));
    }

    /** Takes an answer; one that a call did not hear for certain is said back first. */
    private Step understood(Step step, Input input, Stop at, Value read) {
        String recording = input instanceof Input.Recording recorded ? recorded.sid() : "";
        String transcript = step.session().transcripts().get(recording);
        Step written = transcript == null ? step : step.with(Transcripts.without(step.session(), recording));
        Answer answer = answer(step, input, at, transcript == null ? read : Value.of(transcript));
        if (answer.confidence() >= survey.rules().confidence()) {
            return moves.accept(written, at, answer);
        }
        return speaking.confirm(unsure(written, Stage.CONFIRMING, List.of(answer)), shown(written, at, answer.value()));
    }

    /** Asks what an answer means. */
    private Step likely(Step step, Input input, Stop at, List<Value> candidates) {
        List<Answer> answers =
                candidates.stream().map(value -> answer(step, input, at, value)).toList();
        List<String> shown =
                candidates.stream().map(value -> shown(step, at, value)).toList();
        Step unsure = unsure(step, Stage.CONFIRMING, answers);
        return shown.size() == 1 ? speaking.didYouMean(unsure, shown.get(0)) : speaking.which(unsure, shown);
    }

    private static Step unsure(Step step, Stage stage, List<Answer> answers) {
        return step.with(edit -> {
            edit.stage = stage;
            edit.unsure = answers;
        });
    }

    private String shown(Step step, Stop at, Value value) {
        return at.question().shown(value, scene.words(step.session()));
    }

    private Answer answer(Step step, Input input, Stop at, Value value) {
        return new Answer(
                at.key(),
                value,
                how(input),
                input instanceof Input.Speech speech ? speech.confidence() : 1,
                step.language(),
                step.progress().attempts() + 1,
                scene.now(),
                input instanceof Input.Recording recording ? Optional.of(recording.sid()) : Optional.empty(),
                step.session().channel());
    }

    private static Answer.How how(Input input) {
        if (input instanceof Input.Text || input instanceof Input.Choice) {
            return Answer.How.TEXT;
        }
        if (input instanceof Input.Keys) {
            return Answer.How.KEYS;
        }
        return input instanceof Input.Recording ? Answer.How.RECORDING : Answer.How.SPEECH;
    }

    /** The parts of "5, 3, great", if the survey takes several answers at once and the first of them is one. */
    private List<String> severalAnswers(Step step, Input input, Stop first) {
        if (!survey.rules().severalAnswers() || !(input instanceof Input.Text text)) {
            return List.of();
        }
        List<String> parts = Words.split(text.body().replace('\n', ','));
        boolean isSeveral =
                parts.size() > 1 && reading(step, Input.text(parts.get(0)), first) instanceof Reading.Understood;
        return isSeveral ? parts : List.of();
    }

    /** Takes each part for the question that is then asked, until one is not understood. */
    private Step takeEach(Step first, List<String> parts) {
        Step step = first;
        for (String part : parts) {
            Optional<Stop> at = step.stage() == Stage.ASKING ? moves.here(step) : Optional.empty();
            if (at.isEmpty() || step.needs().isPresent()) {
                return step;
            }
            Input input = Input.text(part);
            Reading reading = reading(step, input, at.get());
            step = take(step, input, at.get(), reading);
            if (!(reading instanceof Reading.Understood)) {
                return step;
            }
        }
        return step;
    }

    /** Takes what was answered to "Is that right?" or "Which did you mean?". */
    Step confirm(Step step, Input input, Stop at) {
        List<Answer> unsure = step.progress().unsure();
        if (unsure.size() > 1) {
            Optional<Answer> chosen = chosen(step, input, at, unsure);
            return chosen.isPresent() ? moves.accept(step, at, chosen.get()) : take(step, input, at);
        }
        Optional<Boolean> sure = yesOrNo(step, input);
        if (sure.isEmpty()) {
            return take(step, input, at);
        }
        return sure.get() ? moves.accept(step, at, unsure.get(0)) : moves.notUnderstood(step, at, Moves.NOT_UNDERSTOOD);
    }

    /** The one of several that is meant: by its number in the list, or as it was shown. */
    private Optional<Answer> chosen(Step step, Input input, Stop at, List<Answer> unsure) {
        String said = input instanceof Input.Choice choice ? choice.offer() : Folding.fold(input.words());
        for (int i = 0; i < unsure.size(); i++) {
            Answer one = unsure.get(i);
            boolean isMeant =
                    said.equals(Integer.toString(i + 1)) || said.equals(Folding.fold(shown(step, at, one.value())));
            if (isMeant) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether this means yes or no, if it means either. */
    Optional<Boolean> yesOrNo(Step step, Input input) {
        Reading reading = new YesNoQuestion(Frame.of("sure")).read(input, scene.hearing(step.session()));
        return reading instanceof Reading.Understood understood
                ? Optional.of(understood.value().has(YesNoQuestion.YES))
                : Optional.empty();
    }

    /** Whether these words can be an answer to a question, or a part of an option's name. */
    boolean couldAnswer(Step step, Input input, Stop at) {
        if (!(reading(step, input, at) instanceof Reading.Unclear)) {
            return true;
        }
        String said = " " + Folding.fold(input.words()) + " ";
        return at.question().offers(scene.hearing(step.session())).all().stream()
                .anyMatch(offer -> (" " + Folding.fold(offer.label()) + " ").contains(said));
    }

    /** Asks whether the person wants no more messages; what they said may be their answer all the same. */
    Step askToStop(Step step, Input input, Stop at) {
        List<Answer> answer = reading(step, input, at) instanceof Reading.Understood understood
                ? List.of(answer(step, input, at, understood.value()))
                : List.of();
        return speaking.askToStop(unsure(step, Stage.STOPPING, answer));
    }

    /** Goes on after all: what was said counts as the answer, if it can be one. */
    Step goOnAfterAll(Step step, Stop at) {
        List<Answer> unsure = step.progress().unsure();
        return unsure.isEmpty() ? moves.askAgain(step) : moves.accept(step, at, unsure.get(0));
    }
}
