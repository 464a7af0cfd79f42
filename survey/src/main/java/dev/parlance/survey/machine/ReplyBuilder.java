package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Commands;
import dev.parlance.survey.definition.Moment;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.Part;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.QuestionSettings;
import dev.parlance.survey.question.Reading;
import dev.parlance.survey.question.YesNoQuestion;
import dev.parlance.survey.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds sentences to a reply in the person's language: built-in sentences, the survey's prompts, and questions. */
final class ReplyBuilder {
    /** What a call would listen for is not known where nothing is heard. */
    private static final ExpectedInput NOT_A_CALL = ExpectedInput.speech();

    private final TurnContext context;
    private final Survey survey;

    ReplyBuilder(TurnContext context) {
        this.context = context;
        this.survey = context.survey();
    }

    private Words words(Step step) {
        return context.words(step.session());
    }

    private Language language(Step step) {
        return words(step).language();
    }

    /** Adds a built-in sentence. */
    Step saySystem(Step step, String key) {
        return saySystem(step, key, Map.of());
    }

    private Step saySystem(Step step, String key, Map<String, ?> values) {
        return say(step, sentence(step, key, values));
    }

    private Utterance sentence(Step step, String key, Map<String, ?> values) {
        return utterance(step, words(step).text(key, values), Joint.LINE)
                .playing(words(step).recordings(key, Map.of()));
    }

    /** Explains the commands. */
    Step help(Step step) {
        return saySystem(step, survey.rules().commands() == Commands.CARRIERS ? "help.carriers" : "help.text");
    }

    Step welcome(Step step) {
        return moment(step, Moment.WELCOME);
    }

    /** Adds the survey's prompt for a moment, if it has one. */
    Step moment(Step step, Moment moment) {
        Optional<String> key = survey.wording(moment);
        return key.isPresent() ? prompt(step, key.get()) : step;
    }

    /** Adds the survey's prompt for a moment, or a built-in sentence if it has none. */
    Step moment(Step step, Moment moment, String sentence) {
        Optional<String> key = survey.wording(moment);
        return key.isPresent() ? prompt(step, key.get()) : saySystem(step, sentence);
    }

    /** Adds a prompt of the survey. */
    Step prompt(Step step, String key) {
        return say(step, utterance(step, key));
    }

    /** Adds a prompt of the survey at a question; empty if there is no such prompt. */
    Optional<Step> ifWorded(Step step, String key, Position position) {
        return language(step).contains(key)
                ? Optional.of(say(step, prompt(step, key, position, Joint.PARAGRAPH)))
                : Optional.empty();
    }

    private static Step say(Step step, Utterance sentence) {
        return step.with(step.reply().saying(sentence));
    }

    private static Utterance utterance(Step step, String text, Joint joint) {
        return new Utterance(text, step.language(), joint, 0);
    }

    /** A prompt of the survey outside the questions. */
    Utterance utterance(Step step, String key) {
        return prompt(step, key, null, Joint.PARAGRAPH);
    }

    private Utterance prompt(Step step, String key, @Nullable Position position, Joint joint) {
        Language language = language(step);
        String used = variant(step, key);
        PromptValues values = new PromptValues(
                survey,
                step.session(),
                position == null ? context.hearing(step.session()) : context.hearing(step.session(), position),
                context.path(step.session()),
                position);
        List<String> recordings = language.recordings(used);
        return utterance(step, language.text(used, values), joint)
                .playing(
                        withItem(recordings.isEmpty() ? language.recordings(key) : recordings, key, language, position))
                .showing(context.abilities().showsPictures() ? language.pictures(key) : List.of());
    }

    /** The recordings of a matrix' prompt are followed by those of the item. */
    private static List<String> withItem(
            List<String> recordings, String key, Language language, @Nullable Position position) {
        Optional<String> item = position == null ? Optional.empty() : position.itemPrompt(key);
        List<String> ofItem = item.map(language::recordings).orElse(List.of());
        return item.isEmpty() || recordings.isEmpty()
                ? recordings
                : ofItem.isEmpty()
                        ? List.of()
                        : Stream.concat(recordings.stream(), ofItem.stream()).toList();
    }

    /**
     * The key of the text to use: the wording without a picture if the channel can't show it, then the variant for this channel,
     * then for voice or text, then the general one.
     */
    private String variant(Step step, String key) {
        Language language = language(step);
        String withoutImage = key + ".withoutImage";
        String channelKey = key + "." + step.session().channel();
        String mediumKey = key + (context.isCall() ? ".voice" : ".text");
        if (!context.abilities().showsPictures() && language.contains(withoutImage)) {
            return withoutImage;
        }
        return language.contains(channelKey) ? channelKey : language.contains(mediumKey) ? mediumKey : key;
    }

    /** Adds a statement, which needs no answer. */
    Step statement(Step step, Position position) {
        return say(step, prompt(step, position.question().settings().prompt(), position, Joint.PARAGRAPH));
    }

    /** Asks a question. */
    Step question(Step step, Position position) {
        return question(step, position, lead(step, position));
    }

    /** Asks a question again. */
    Step questionAgain(Step step, Position position) {
        return question(step, position, List.of());
    }

    /** Asks for a part of an answer. */
    Step part(Step step, Position position, Part part) {
        Map<String, String> recorded = new HashMap<>(part.values());
        recorded.put("label", String.join(" ", part.recordings()));
        Utterance text = utterance(step, words(step).text(part.sentence(), part.values()), Joint.PARAGRAPH)
                .playing(words(step).recordings(part.sentence(), recorded));
        return ask(step, position, List.of(), List.of(text));
    }

    private Step question(Step step, Position position, List<Utterance> lead) {
        Joint joint = lead.isEmpty() ? Joint.PARAGRAPH : Joint.SPACE;
        Utterance text = prompt(step, position.question().settings().prompt(), position, joint);
        return ask(step, position, lead, List.of(text));
    }

    /** The text of a question as this person gets it. */
    String wording(Step step, Position position) {
        return prompt(step, position.question().settings().prompt(), position, Joint.PARAGRAPH)
                .text();
    }

    /** Repeats the options without the question. */
    Step options(Step step, Position position) {
        return ask(step, position, List.of(), List.of());
    }

    private Step ask(Step step, Position position, List<Utterance> lead, List<Utterance> text) {
        Question question = position.question();
        AskContext hearing = context.hearing(step.session(), position);
        Optional<Duration> timeLeft = context.timeLeft(step.session(), position);
        return ask(step, new Ask(lead, text, question.answerOptions(hearing), expected(question, hearing), timeLeft));
    }

    private ExpectedInput expected(Question question, AskContext hearing) {
        return context.isCall() ? question.expects(hearing) : NOT_A_CALL;
    }

    Step ask(Step step, Ask ask) {
        return step.with(step.reply().asking(ask));
    }

    /** "The next question is:" */
    private List<Utterance> lead(Step step, Position position) {
        Optional<String> key = survey.wording(momentOf(step, position));
        if (key.isEmpty()) {
            return List.of();
        }
        Utterance lead = prompt(step, key.get(), null, Joint.PARAGRAPH);
        return List.of(lead.pausing(survey.rules().pauseSeconds()));
    }

    private Moment momentOf(Step step, Position position) {
        if (step.progress().path().isEmpty()) {
            return Moment.FIRST_QUESTION;
        }
        boolean marksLastQuestion = survey.wording(Moment.LAST_QUESTION).isPresent();
        return marksLastQuestion && context.path(step.session()).isLast(position)
                ? Moment.LAST_QUESTION
                : Moment.NEXT_QUESTION;
    }

    /** Explains why an answer is invalid, in the question's own words for this attempt or with a built-in sentence. */
    Step retry(Step step, Position position, Reading.Unclear unclear) {
        String key = position.question().settings().prompt() + ".retry";
        String numbered = key + "." + step.progress().attempts();
        String because = unclear.because().isEmpty() ? "" : key + "." + unclear.because();
        Language language = language(step);
        if (!because.isEmpty() && language.contains(because)) {
            return say(
                    step,
                    utterance(step, language.text(because, unclear.values()), Joint.LINE)
                            .playing(language.recordings(because)));
        }
        if (language.contains(numbered) || language.contains(key)) {
            return say(step, prompt(step, language.contains(numbered) ? numbered : key, position, Joint.LINE));
        }
        Step named = unclear.because().isEmpty() ? step : saySystem(step, unclear.because(), unclear.values());
        return saySystem(named, unclear.reason(), unclear.values());
    }

    /** Asks whether speech was recognized correctly. */
    Step confirm(Step step, String heard) {
        return yesOrNo(step, sentence(step, "confirm", Map.of("heard", heard)));
    }

    /** Asks whether the respondent meant this. */
    Step didYouMean(Step step, String meant) {
        return yesOrNo(step, sentence(step, "didYouMean", Map.of("meant", meant)));
    }

    /** Asks whether to stop all messages. */
    Step askToStop(Step step) {
        return yesOrNo(step, sentence(step, "stop.confirm", Map.of()));
    }

    private Step yesOrNo(Step step, Utterance text) {
        Question question = new YesNoQuestion(QuestionSettings.of("sure"));
        AskContext hearing = context.hearing(step.session());
        return ask(
                step, new Ask(List.of(), List.of(text), question.answerOptions(hearing), expected(question, hearing)));
    }

    /** Asks which of several values the respondent meant. */
    Step which(Step step, List<String> meant) {
        List<AnswerOption> offers = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            String key = Integer.toString(i + 1);
            offers.add(new AnswerOption(key, key, meant.get(i)));
        }
        Utterance text = sentence(step, "which", Map.of());
        ExpectedInput expected = new ExpectedInput(ExpectedInput.Mode.KEYS_OR_SPEECH, 1, meant);
        return ask(step, new Ask(List.of(), List.of(text), AnswerOptions.options(offers), expected));
    }

    /** Reads out the menu of a call. */
    Step menu(Step step) {
        Utterance text = sentence(step, "menu.voice", Map.of());
        ExpectedInput expected = new ExpectedInput(ExpectedInput.Mode.KEYS, 1, List.of());
        return ask(step, new Ask(List.of(), List.of(text), AnswerOptions.NONE, expected));
    }

    /** Adds the survey's usual pause after the last sentence. */
    Step pause(Step step) {
        return step.with(step.reply().pausing(survey.rules().pauseSeconds()));
    }

    /** Ends the session after this reply. */
    Step end(Step step) {
        return step.with(step.reply().ending());
    }
}
