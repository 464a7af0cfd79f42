package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Quota;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Attempts;
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

/** What becomes of an answer: it is taken, asked back, or none. */
final class Answering {
    private static final Reading.Unclear NOT_UNDERSTOOD = new Reading.Unclear("invalid.answer", Map.of());
    private static final Reading.Unclear SILENCE = new Reading.Unclear("silence", Map.of());

    private final Survey survey;
    private final Draft draft;
    private final Facts facts;
    private final String channelBefore;
    private final Speaking speaking;
    private final Walk walk;
    private final Opening opening;
    private Optional<String> wants = Optional.empty();

    Answering(
            Survey survey,
            Draft draft,
            Facts facts,
            String channelBefore,
            Speaking speaking,
            Walk walk,
            Opening opening) {
        this.survey = survey;
        this.draft = draft;
        this.facts = facts;
        this.channelBefore = channelBefore;
        this.speaking = speaking;
        this.walk = walk;
        this.opening = opening;
    }

    /** The quota of which the machine has to know whether there is a place. */
    Optional<String> wants() {
        return wants;
    }

    void take(Input input, Stop at) {
        if (isLate(input)) {
            keep((Input.Text) input);
            speaking.engine("late");
            walk.askAgain();
        } else if (isNotAskedHereYet(input, at)) {
            keep((Input.Text) input);
            speaking.engine("welcomeBack");
            walk.askAgain();
        } else if (input.isSilent()) {
            notUnderstood(at, SILENCE);
        } else {
            read(input, at);
        }
    }

    private boolean isLate(Input input) {
        return input instanceof Input.Text
                && !survey.rules().severalAnswers()
                && facts.seen().isPresent()
                && facts.seen().getAsInt() < draft.askedTurn;
    }

    /** Any words would answer a question for words: after a call that broke off, it is first asked by text. */
    private boolean isNotAskedHereYet(Input input, Stop at) {
        return input instanceof Input.Text
                && !channelBefore.equals(draft.channel())
                && at.question().takesAnyWords();
    }

    /** A text that came in before the question was asked cannot answer it. It is kept, and counts for nothing. */
    private void keep(Input.Text text) {
        String question = draft.path.isEmpty() ? draft.at : draft.path.get(draft.path.size() - 1);
        draft.earlier.add(new Answer(
                question,
                Value.of(text.body()),
                Answer.How.LATE,
                1,
                draft.language(),
                draft.attempts + 1,
                facts.now(),
                Optional.empty(),
                draft.channel()));
    }

    private void read(Input input, Stop at) {
        if (isGreeting(input, at)) {
            walk.askAgain();
            return;
        }
        Reading reading = at.question().read(input, speaking.hearing());
        boolean mayNameLanguage =
                !(reading instanceof Reading.Understood) || at.question().takesAnyWords();
        Optional<String> language = mayNameLanguage ? otherLanguage(input) : Optional.empty();
        if (language.isPresent()) {
            draft.speak(language.get());
            walk.askAgain();
        } else if (reading instanceof Reading.Understood understood) {
            understood(input, at, understood.value());
        } else if (reading instanceof Reading.Unclear unclear && !severalAnswers(input, at)) {
            notUnderstood(at, unclear);
        } else if (reading instanceof Reading.Likely likely) {
            likely(input, at, likely.candidates());
        }
    }

    /** "Hello" is no answer to a question for words; it asks to hear the question. */
    private boolean isGreeting(Input input, Stop at) {
        return at.question().takesAnyWords()
                && speaking.words().list("greetings").contains(Folding.fold(input.words()));
    }

    /** Asks what an answer means. */
    private void likely(Input input, Stop at, List<Value> candidates) {
        draft.unsure =
                candidates.stream().map(value -> answer(input, at, value)).toList();
        draft.stage = Stage.CONFIRMING;
        List<String> shown = candidates.stream()
                .map(value -> at.question().shown(value, speaking.words()))
                .toList();
        if (shown.size() == 1) {
            speaking.didYouMean(shown.get(0));
        } else {
            speaking.which(shown);
        }
    }

    /** Whether these words can be an answer to a question, or a part of an option's name. */
    boolean couldAnswer(Input input, Stop at) {
        if (!(at.question().read(input, speaking.hearing()) instanceof Reading.Unclear)) {
            return true;
        }
        String said = " " + Folding.fold(input.words()) + " ";
        return at.question().offers(speaking.hearing()).all().stream()
                .anyMatch(offer -> (" " + Folding.fold(offer.label()) + " ").contains(said));
    }

    /** Asks whether the person wants no more messages; what they said may be their answer all the same. */
    void askToStop(Input input, Stop at) {
        draft.unsure = at.question().read(input, speaking.hearing()) instanceof Reading.Understood understood
                ? List.of(answer(input, at, understood.value()))
                : List.of();
        draft.stage = Stage.STOPPING;
        speaking.askToStop();
    }

    /** Whether this means yes or no, if it means either. */
    Optional<Boolean> yesOrNo(Input input) {
        return new YesNoQuestion(Frame.of("sure")).read(input, speaking.hearing())
                        instanceof Reading.Understood understood
                ? Optional.of(understood.value().has(YesNoQuestion.YES))
                : Optional.empty();
    }

    /** Takes what was said for the answer that it can be after all; the question is asked again if there is none. */
    void goOnAfterAll(Stop at) {
        if (draft.unsure.isEmpty()) {
            walk.askAgain();
        } else {
            accept(at, draft.unsure.get(0));
        }
    }

    private Optional<String> otherLanguage(Input input) {
        return opening.switchedTo(input.words()).filter(tag -> !tag.equals(draft.language()));
    }

    private void understood(Input input, Stop at, Value read) {
        Answer answer = answer(input, at, written(input).map(Value::of).orElse(read));
        if (answer.confidence() < survey.rules().confidence()) {
            draft.unsure = List.of(answer);
            draft.stage = Stage.CONFIRMING;
            speaking.confirm(at.question().shown(answer.value(), speaking.words()));
        } else {
            accept(at, answer);
        }
    }

    private Answer answer(Input input, Stop at, Value value) {
        return new Answer(
                at.key(),
                value,
                how(input),
                input instanceof Input.Speech speech ? speech.confidence() : 1,
                draft.language(),
                draft.attempts + 1,
                facts.now(),
                input instanceof Input.Recording recording ? Optional.of(recording.sid()) : Optional.empty(),
                draft.channel());
    }

    /** What a recording says, if that is known already. */
    private Optional<String> written(Input input) {
        return input instanceof Input.Recording recording
                ? Optional.ofNullable(draft.transcripts.remove(recording.sid()))
                : Optional.empty();
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

    /** "5, 3, great": each part for the question that is then asked, as far as they can be understood. */
    private boolean severalAnswers(Input input, Stop first) {
        if (!survey.rules().severalAnswers() || !(input instanceof Input.Text text)) {
            return false;
        }
        List<String> parts = Words.split(text.body().replace('\n', ','));
        if (parts.size() < 2 || !(read(first, parts.get(0)) instanceof Reading.Understood)) {
            return false;
        }
        for (String part : parts) {
            Optional<Stop> at = draft.stage == Stage.ASKING ? walk.here() : Optional.empty();
            if (at.isEmpty() || wants.isPresent()) {
                break;
            }
            Reading reading = read(at.get(), part);
            if (reading instanceof Reading.Understood understood) {
                understood(Input.text(part), at.get(), understood.value());
            } else if (reading instanceof Reading.Unclear unclear) {
                notUnderstood(at.get(), unclear);
                break;
            } else if (reading instanceof Reading.Likely likely) {
                likely(Input.text(part), at.get(), likely.candidates());
                break;
            }
        }
        return true;
    }

    private Reading read(Stop at, String part) {
        return at.question().read(Input.text(part), speaking.hearing());
    }

    /** Takes what was answered to "Is that right?" or "Which did you mean?". */
    void confirm(Input input, Stop at, List<Answer> unsure) {
        if (unsure.size() > 1) {
            chosen(input, at, unsure).ifPresentOrElse(meant -> accept(at, meant), () -> take(input, at));
            return;
        }
        Optional<Boolean> sure = yesOrNo(input);
        if (sure.isEmpty()) {
            take(input, at);
        } else if (sure.get()) {
            accept(at, unsure.get(0));
        } else {
            notUnderstood(at, NOT_UNDERSTOOD);
        }
    }

    /** The one of several that is meant: by its number in the list, or as it was shown. */
    private Optional<Answer> chosen(Input input, Stop at, List<Answer> unsure) {
        String said = input instanceof Input.Choice choice ? choice.offer() : Folding.fold(input.words());
        for (int i = 0; i < unsure.size(); i++) {
            Answer one = unsure.get(i);
            String shown = Folding.fold(at.question().shown(one.value(), speaking.words()));
            if (said.equals(Integer.toString(i + 1)) || said.equals(shown)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private void accept(Stop at, Answer answer) {
        draft.take(answer);
        if (draft.given() >= survey.rules().partialAfter()) {
            draft.happened(Happening.ANSWERED_ENOUGH);
        }
        if (hasPlace()) {
            walk.goOn(at);
        }
    }

    /** Whether every quota that this person counts for has a place; if not, it has been said. */
    private boolean hasPlace() {
        for (Quota quota : survey.quotas()) {
            boolean counts = !draft.quotas.containsKey(quota.name())
                    && walk.route().isDecided(quota.when())
                    && quota.when().holds(draft);
            if (!counts) {
                continue;
            }
            Boolean place = facts.places().get(quota.name());
            if (place == null) {
                wants = Optional.of(quota.name());
                return false;
            }
            draft.quotas.put(quota.name(), place);
            if (!place) {
                walk.screenedOut(quota.prompt().or(() -> survey.wording(Moment.SCREENED_OUT)));
                return false;
            }
        }
        return true;
    }

    private void notUnderstood(Stop at, Reading.Unclear unclear) {
        if (!channelBefore.equals(draft.channel())) {
            // The person has only now come over from the other channel, and has not been asked here.
            walk.askAgain();
            return;
        }
        draft.attempts++;
        Attempts attempts =
                at.question().frame().attempts().orElse(survey.rules().attempts());
        if (draft.attempts >= attempts.most()) {
            exhausted(at, attempts);
            return;
        }
        speaking.retry(at, unclear.reason(), unclear.values());
        boolean saysWhatIsWanted = !unclear.reason().equals(NOT_UNDERSTOOD.reason());
        if (speaking.isCall() || !saysWhatIsWanted) {
            walk.askAgain();
        } else {
            draft.stage = Stage.ASKING;
            draft.unsure = List.of();
            speaking.options(at.question());
        }
    }

    private void exhausted(Stop at, Attempts attempts) {
        if (speaking.isCall() && !draft.reacted) {
            walk.nobodyThere();
            return;
        }
        boolean saysSkip =
                at.question().frame().attempts().filter(attempts::equals).isPresent()
                        && attempts.then() == Attempts.Then.SKIP;
        switch (attempts.then()) {
            case GO_ON, SKIP -> {
                if (survey.isGate(at.question().id()) && !saysSkip) {
                    walk.gateUnanswered();
                } else {
                    walk.skip(at);
                }
            }
            case END -> walk.end(Happening.GIVEN_UP);
            case HAND_OVER -> walk.handOver(attempts.handOver().orElseThrow());
        }
    }
}
