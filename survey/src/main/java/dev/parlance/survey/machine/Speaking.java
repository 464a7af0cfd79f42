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
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says things in a turn, in the person's language: sentences of the engine's, prompts of the survey's, questions. */
final class Speaking {
    private final Scene scene;
    private final Survey survey;

    Speaking(Scene scene) {
        this.scene = scene;
        this.survey = scene.survey();
    }

    private Words words(Step step) {
        return scene.words(step.session());
    }

    private Language language(Step step) {
        return words(step).language();
    }

    /** Says a sentence of the engine's. */
    Step engine(Step step, String key) {
        return engine(step, key, Map.of());
    }

    private Step engine(Step step, String key, Map<String, ?> values) {
        return say(step, words(step).text(key, values), Joint.LINE);
    }

    /** Says which words help. */
    Step help(Step step) {
        return engine(step, survey.rules().commands() == Commands.CARRIERS ? "help.carriers" : "help.text");
    }

    Step welcome(Step step) {
        return moment(step, Moment.WELCOME);
    }

    /** Says what the survey has for a moment, if it has anything. */
    Step moment(Step step, Moment moment) {
        Optional<String> key = survey.wording(moment);
        return key.isPresent() ? prompt(step, key.get()) : step;
    }

    /** Says what the survey has for a moment, or else a sentence of the engine's. */
    Step moment(Step step, Moment moment, String sentence) {
        Optional<String> key = survey.wording(moment);
        return key.isPresent() ? prompt(step, key.get()) : engine(step, sentence);
    }

    /** Says a prompt of the survey's. */
    Step prompt(Step step, String key) {
        return say(step, text(step, key, null), Joint.PARAGRAPH);
    }

    private Step say(Step step, String text, Joint joint) {
        return step.with(step.reply().saying(utterance(step, text, joint)));
    }

    private static Utterance utterance(Step step, String text, Joint joint) {
        return new Utterance(text, step.language(), joint, 0);
    }

    /** A prompt, in the words for this channel, or for what is heard or read, where it has some of its own. */
    private String text(Step step, String key, @Nullable Stop stop) {
        Language language = language(step);
        String ofChannel = key + "." + step.session().channel();
        String ofManner = key + (scene.isCall() ? ".voice" : ".text");
        String used = language.has(ofChannel) ? ofChannel : language.has(ofManner) ? ofManner : key;
        return language.text(used, new Piped(survey, step.session(), scene.hearing(step.session()), stop));
    }

    /** Says something that waits for no answer. */
    Step statement(Step step, Stop stop) {
        return say(step, text(step, stop.question().frame().prompt(), stop), Joint.PARAGRAPH);
    }

    /** Asks a question. */
    Step question(Step step, Stop stop) {
        return question(step, stop, lead(step, stop));
    }

    /** Asks a question again. */
    Step questionAgain(Step step, Stop stop) {
        return question(step, stop, List.of());
    }

    private Step question(Step step, Stop stop, List<Utterance> lead) {
        Joint joint = lead.isEmpty() ? Joint.PARAGRAPH : Joint.BLANK;
        String text = text(step, stop.question().frame().prompt(), stop);
        return ask(step, stop.question(), lead, List.of(utterance(step, text, joint)));
    }

    /** Says once more what can be chosen, without the question. */
    Step options(Step step, Question question) {
        return ask(step, question, List.of(), List.of());
    }

    private Step ask(Step step, Question question, List<Utterance> lead, List<Utterance> text) {
        Hearing hearing = scene.hearing(step.session());
        return ask(step, new Ask(lead, text, question.offers(hearing), question.listening(hearing)));
    }

    Step ask(Step step, Ask ask) {
        return step.with(step.reply().asking(ask));
    }

    /** "The next question is:" */
    private List<Utterance> lead(Step step, Stop stop) {
        Optional<String> key = survey.wording(momentOf(step, stop));
        if (key.isEmpty()) {
            return List.of();
        }
        Utterance lead = utterance(step, text(step, key.get(), null), Joint.PARAGRAPH);
        return List.of(lead.pausing(survey.rules().pauseSeconds()));
    }

    private Moment momentOf(Step step, Stop stop) {
        if (step.progress().path().isEmpty()) {
            return Moment.FIRST_QUESTION;
        }
        boolean hasWordsForTheLast = survey.wording(Moment.LAST_QUESTION).isPresent();
        return hasWordsForTheLast && scene.route(step.session()).isLast(stop)
                ? Moment.LAST_QUESTION
                : Moment.NEXT_QUESTION;
    }

    /** Says why an answer could not be taken: in the question's own words for this attempt, or in the engine's. */
    Step retry(Step step, Stop stop, Reading.Unclear unclear) {
        String key = stop.question().frame().prompt() + ".retry";
        String numbered = key + "." + step.progress().attempts();
        Language language = language(step);
        if (language.has(numbered) || language.has(key)) {
            return say(step, text(step, language.has(numbered) ? numbered : key, stop), Joint.LINE);
        }
        return engine(step, unclear.reason(), unclear.values());
    }

    /** Asks whether a caller was heard well. */
    Step confirm(Step step, String heard) {
        return yesOrNo(step, words(step).text("confirm", Map.of("heard", heard)));
    }

    /** Asks whether an answer means this. */
    Step didYouMean(Step step, String meant) {
        return yesOrNo(step, words(step).text("didYouMean", Map.of("meant", meant)));
    }

    /** Asks whether the person wants no more messages. */
    Step askToStop(Step step) {
        return yesOrNo(step, words(step).text("stop.confirm"));
    }

    private Step yesOrNo(Step step, String text) {
        Question question = new YesNoQuestion(Frame.of("sure"));
        return ask(step, question, List.of(), List.of(utterance(step, text, Joint.LINE)));
    }

    /** Asks which of several an answer means. */
    Step which(Step step, List<String> meant) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            String key = Integer.toString(i + 1);
            offers.add(new Offer(key, key, meant.get(i)));
        }
        Utterance text = utterance(step, words(step).text("which"), Joint.LINE);
        Listening listening = new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, meant);
        return ask(step, new Ask(List.of(), List.of(text), Offers.options(offers), listening));
    }

    /** Reads out a call's menu. */
    Step menu(Step step) {
        Utterance text = utterance(step, words(step).text("menu.voice"), Joint.LINE);
        Listening listening = new Listening(Listening.Mode.KEYS, 1, List.of());
        return ask(step, new Ask(List.of(), List.of(text), Offers.NONE, listening));
    }

    /** Is silent for as long as the survey's rules say, after what was said so far. */
    Step pause(Step step) {
        return step.with(step.reply().pausing(survey.rules().pauseSeconds()));
    }

    /** Says nothing more. */
    Step end(Step step) {
        return step.with(step.reply().ending());
    }
}
