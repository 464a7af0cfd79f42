package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Hearing;
import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Offer;
import dev.parlance.survey.question.Offers;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what is said in a turn. */
final class Speaking {
    private final Survey survey;
    private final Draft draft;
    private final LocalDate today;

    private final List<Utterance> said = new ArrayList<>();
    private Optional<Ask> ask = Optional.empty();
    private Next next = new Next.Wait();

    Speaking(Survey survey, Draft draft, LocalDate today) {
        this.survey = survey;
        this.draft = draft;
        this.today = today;
    }

    Words words() {
        return survey.words(draft.language());
    }

    Language language() {
        return words().language();
    }

    Hearing hearing() {
        return new Hearing(words(), draft.medium(), today, draft.person.seed());
    }

    boolean isCall() {
        return draft.medium().isSpoken();
    }

    /** Says a sentence of the engine's. */
    void engine(String key, Map<String, ?> values) {
        say(words().text(key, values), Joint.LINE, 0);
    }

    void engine(String key) {
        engine(key, Map.of());
    }

    /** Says which words help. */
    void help() {
        engine(survey.rules().commands() == Commands.CARRIERS ? "help.carriers" : "help.text");
    }

    /** Says a prompt of the survey's, if it has one there, or else a sentence of the engine's. */
    void promptOr(Optional<String> key, String sentence) {
        if (key.isPresent()) {
            prompt(key.get());
        } else {
            engine(sentence);
        }
    }

    void prompt(String key) {
        say(text(key, Optional.empty()), Joint.PARAGRAPH, 0);
    }

    void welcome() {
        survey.wording(Moment.WELCOME).ifPresent(this::prompt);
    }

    private void say(String text, Joint joint, int pause) {
        said.add(new Utterance(text, draft.language(), joint, pause));
    }

    /** A prompt, in the words for this channel, or for what is heard or read, where it has some of its own. */
    private String text(String key, Optional<Stop> stop) {
        String used = Stream.of(key + "." + draft.channel(), key + (isCall() ? ".voice" : ".text"))
                .filter(language()::has)
                .findFirst()
                .orElse(key);
        return language().text(used, new Piped(survey, draft, hearing(), stop));
    }

    /** Asks a question. */
    void question(Stop stop, boolean again) {
        Question question = stop.question();
        List<Utterance> lead = again ? List.of() : lead(stop);
        Joint joint = lead.isEmpty() ? Joint.PARAGRAPH : Joint.BLANK;
        Utterance text = utterance(text(question.frame().prompt(), Optional.of(stop)), joint);
        ask(new Ask(lead, List.of(text), question.offers(hearing()), question.listening(hearing())));
    }

    /** Says something that waits for no answer. */
    void statement(Stop stop) {
        said.add(new Utterance(
                text(stop.question().frame().prompt(), Optional.of(stop)), draft.language(), Joint.PARAGRAPH, 0));
    }

    /** Says once more what can be chosen, without the question. */
    void options(Question question) {
        ask(new Ask(List.of(), List.of(), question.offers(hearing()), question.listening(hearing())));
    }

    private Utterance utterance(String text, Joint joint) {
        return new Utterance(text, draft.language(), joint, 0);
    }

    private List<Utterance> lead(Stop stop) {
        return leadKey(stop)
                .map(key -> List.of(new Utterance(
                        text(key, Optional.empty()),
                        draft.language(),
                        Joint.PARAGRAPH,
                        survey.rules().pauseSeconds())))
                .orElse(List.of());
    }

    private Optional<String> leadKey(Stop stop) {
        if (draft.path.isEmpty()) {
            return survey.wording(Moment.FIRST_QUESTION);
        }
        Optional<String> last = survey.wording(Moment.LAST_QUESTION);
        return last.isPresent() && new Route(survey, draft).isLast(stop) ? last : survey.wording(Moment.NEXT_QUESTION);
    }

    /** Says why an answer was none: in the words of the question's own for this attempt, or in the engine's. */
    void retry(Stop stop, String reason, Map<String, Object> values) {
        String key = stop.question().frame().prompt() + ".retry";
        String numbered = key + "." + draft.attempts;
        Language language = language();
        if (language.has(numbered) || language.has(key)) {
            String own = language.has(numbered) ? numbered : key;
            said.add(utterance(text(own, Optional.of(stop)), Joint.LINE));
        } else {
            engine(reason, values);
        }
    }

    /** Asks whether a caller was heard well. */
    void confirm(String heard) {
        yesOrNo(words().text("confirm", Map.of("heard", heard)));
    }

    /** Asks whether an answer means this. */
    void didYouMean(String meant) {
        yesOrNo(words().text("didYouMean", Map.of("meant", meant)));
    }

    /** Asks which of several an answer means. */
    void which(List<String> meant) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            String key = Integer.toString(i + 1);
            offers.add(new Offer(key, key, meant.get(i)));
        }
        ask(
                utterance(words().text("which"), Joint.LINE),
                Offers.options(offers),
                new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, meant));
    }

    /** Asks whether the person wants no more messages. */
    void askToStop() {
        yesOrNo(words().text("stop.confirm"));
    }

    private void yesOrNo(String text) {
        Question question = new YesNoQuestion(Frame.of("sure"));
        ask(utterance(text, Joint.LINE), question.offers(hearing()), question.listening(hearing()));
    }

    void menu() {
        ask(
                utterance(words().text("menu.voice"), Joint.LINE),
                Offers.NONE,
                new Listening(Listening.Mode.KEYS, 1, List.of()));
    }

    private void ask(Utterance text, Offers offers, Listening listening) {
        ask(new Ask(List.of(), List.of(text), offers, listening));
    }

    /** Asks this, and nothing that was to be asked before. */
    void ask(Ask newAsk) {
        ask = Optional.of(newAsk);
    }

    /** After this, nothing more comes. */
    void end() {
        ask = Optional.empty();
        next = new Next.End();
    }

    void handOver(String to) {
        ask = Optional.empty();
        next = new Next.HandOver(to);
    }

    void silence(int seconds) {
        if (!said.isEmpty() && seconds > 0) {
            Utterance last = said.remove(said.size() - 1);
            said.add(new Utterance(last.text(), last.language(), last.joint(), seconds));
        }
    }

    Reply reply() {
        return new Reply(said, ask, next);
    }
}
