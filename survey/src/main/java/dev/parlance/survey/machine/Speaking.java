package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Line.Joint;
import dev.parlance.survey.question.Channel;
import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Hearing;
import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what is said in a turn. */
final class Speaking {
    private final Survey survey;
    private final Draft draft;
    private final LocalDate today;

    private final List<Line> said = new ArrayList<>();
    private final List<Line> asked = new ArrayList<>();
    private Optional<Listening> listening = Optional.empty();
    private Reply.Then then = Reply.Then.WAIT;
    private String to = "";

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
        return new Hearing(words(), draft.channel(), today, draft.person.seed());
    }

    boolean isCall() {
        return draft.channel() == Channel.VOICE;
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
        said.add(new Line(text, draft.language(), joint, pause));
    }

    /** A prompt, in the words for this channel where it has some of its own. */
    private String text(String key, Optional<Stop> stop) {
        String own = key + "." + draft.channel().name().toLowerCase(Locale.ROOT);
        Language language = language();
        String used = language.has(own) ? own : key;
        return language.text(used, new Piped(survey, draft, hearing(), stop));
    }

    /** Says the question itself, and how it is answered. */
    void question(Stop stop, boolean again) {
        clearQuestion();
        Question question = stop.question();
        Joint joint = Joint.PARAGRAPH;
        Optional<String> lead = again ? Optional.empty() : lead(stop);
        if (lead.isPresent()) {
            Line line = new Line(
                    text(lead.get(), Optional.empty()),
                    draft.language(),
                    joint,
                    survey.rules().pauseSeconds());
            (isCall() ? said : asked).add(line);
            joint = Joint.BLANK;
        }
        asked.add(new Line(text(question.frame().prompt(), Optional.of(stop)), draft.language(), joint, 0));
        options(question);
        if (isCall()) {
            listening = Optional.of(question.listening(hearing()));
            if (listening.get().mode() == Listening.Mode.RECORDING) {
                asked.add(line(words().text("record"), Joint.BLANK));
            }
        }
    }

    /** Says something that waits for no answer. */
    void statement(Stop stop) {
        said.add(new Line(
                text(stop.question().frame().prompt(), Optional.of(stop)), draft.language(), Joint.PARAGRAPH, 0));
    }

    /** Says what can be chosen. */
    void options(Question question) {
        question.offers(hearing()).forEach(this::option);
        if (isCall() && question instanceof YesNoQuestion) {
            asked.add(line(words().text("yesNo.voice"), Joint.BLANK));
        }
    }

    private void option(Question.Offer offer) {
        String key = isCall() ? "option.voice" : "option.text";
        asked.add(line(words().text(key, Map.of("key", offer.key(), "label", offer.label())), Joint.LINE));
    }

    private Line line(String text, Joint joint) {
        return new Line(text, draft.language(), joint, 0);
    }

    private Optional<String> lead(Stop stop) {
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
            said.add(line(text(own, Optional.of(stop)), Joint.LINE));
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
        clearQuestion();
        asked.add(line(words().text("which"), Joint.LINE));
        for (int i = 0; i < meant.size(); i++) {
            option(new Question.Offer(Integer.toString(i + 1), meant.get(i)));
        }
        listening = isCall() ? Optional.of(new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, meant)) : Optional.empty();
    }

    /** Asks whether the person wants no more messages. */
    void askToStop() {
        yesOrNo(words().text("stop.confirm"));
    }

    private void yesOrNo(String text) {
        clearQuestion();
        asked.add(line(text, Joint.LINE));
        if (isCall()) {
            asked.add(line(words().text("yesNo.voice"), Joint.BLANK));
            listening = Optional.of(new YesNoQuestion(Frame.of("sure")).listening(hearing()));
        }
    }

    void menu() {
        clearQuestion();
        asked.add(line(words().text("menu.voice"), Joint.LINE));
        listening = Optional.of(new Listening(Listening.Mode.KEYS, 1, List.of()));
    }

    /** Asks something that is no question of the survey's, in lines of any language. */
    void ask(List<Line> lines, Listening how) {
        clearQuestion();
        asked.addAll(lines);
        listening = isCall() ? Optional.of(how) : Optional.empty();
    }

    private void clearQuestion() {
        asked.clear();
        listening = Optional.empty();
    }

    /** After this, nothing more comes. */
    void end() {
        clearQuestion();
        then = Reply.Then.END;
    }

    void handOver(String newTo) {
        clearQuestion();
        then = Reply.Then.HAND_OVER;
        to = newTo;
    }

    void silence(int seconds) {
        if (!said.isEmpty() && seconds > 0) {
            Line last = said.remove(said.size() - 1);
            said.add(new Line(last.text(), last.language(), last.joint(), seconds));
        }
    }

    Reply reply() {
        return new Reply(said, asked, listening, then, to);
    }
}
