package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.ExpectedInput;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.OfferMention;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The choice of a language before the first question. Each language is offered in its own words and voice. */
final class OpeningHandler {
    private static final String SWITCH_KEY = "9";
    private static final int LONGEST_REQUEST = 100;

    private final TurnContext context;
    private final Survey survey;
    private final ReplyBuilder replies;

    OpeningHandler(TurnContext context, ReplyBuilder replies) {
        this.context = context;
        this.survey = context.survey();
        this.replies = replies;
    }

    private Words words(Step step) {
        return context.words(step.session());
    }

    /** Whether the survey says or asks anything before the first question. */
    boolean isNeeded(Step step) {
        return switch (survey.opening()) {
            case GUESS -> false;
            case ASK ->
                survey.prompts().languages().size() > 1
                        && !step.session().person().languageKnown();
            case CONTINUE_OR_SWITCH -> !context.isCall() || hasOtherLanguage();
        };
    }

    private boolean hasOtherLanguage() {
        return survey.prompts().languages().size() > 1;
    }

    Step ask(Step step) {
        return survey.opening() == OpeningStyle.CONTINUE_OR_SWITCH ? askToContinue(step) : askForLanguage(step);
    }

    /** Asks again. */
    Step askAgain(Step step) {
        return step.stage() == Stage.LANGUAGE ? askForLanguage(step) : askToContinue(step);
    }

    Step askForLanguage(Step step) {
        List<AnswerOption> offers = new ArrayList<>();
        List<Language> languages = languages();
        for (int i = 0; i < languages.size(); i++) {
            String tag = languages.get(i).tag();
            offers.add(new AnswerOption(tag, Integer.toString(i + 1), nameOf(survey.words(tag), languages)));
        }
        List<String> hints = offers.stream().map(AnswerOption::label).toList();
        return replies.ask(
                waiting(step, Stage.LANGUAGE),
                new Ask(
                        List.of(),
                        List.of(),
                        new AnswerOptions(AnswerOptions.Kind.LANGUAGES, offers),
                        new ExpectedInput(ExpectedInput.Mode.KEYS_OR_SPEECH, 1, hints)));
    }

    private Step waiting(Step step, Stage stage) {
        return step.with(edit -> {
            edit.stage = stage;
            edit.asked = context.now();
            edit.askedTurn = edit.turn;
        });
    }

    /** A language's name, with the country if the survey has the language for several countries. */
    private String nameOf(Words words, List<Language> languages) {
        boolean isOneOfSeveral = languages.stream()
                        .map(other -> survey.words(other.tag()).ownName())
                        .filter(words.ownName()::equals)
                        .count()
                > 1;
        return isOneOfSeveral ? words.ownNameWithCountry() : words.ownName();
    }

    private Step askToContinue(Step before) {
        Step step = waiting(before, Stage.OPENING);
        if (!context.isCall()) {
            ExpectedInput expected = new ExpectedInput(ExpectedInput.Mode.KEYS, 1, List.of());
            Ask nothing = new Ask(List.of(), List.of(), AnswerOptions.NONE, expected);
            return replies.ask(replies.prompt(step, "languageOptionSMS"), nothing);
        }
        Language language = words(step).language();
        String other = language.text("languageOptionLanguage");
        String name = language.text("languageOptionLanguageName");
        String offer = language.text("languageOption") + " " + name;
        return replies.ask(
                replies.pause(step),
                new Ask(
                        List.of(),
                        List.of(new Utterance(offer, other, Joint.PARAGRAPH, 0, voiceOfOffer(language))),
                        AnswerOptions.NONE,
                        new ExpectedInput(ExpectedInput.Mode.KEYS_OR_SPEECH, 1, List.of(name))));
    }

    private static Optional<String> voiceOfOffer(Language language) {
        return Optional.of("languageOptionVoice").filter(language::contains).map(language::text);
    }

    /** Handles the reply. See {@link #isDone}. */
    Step handle(Step step, Input input) {
        return step.stage() == Stage.LANGUAGE ? handleLanguage(step, input) : handleReply(step, input);
    }

    private Step handleLanguage(Step step, Input input) {
        Optional<String> language = chosen(step, input);
        if (language.isPresent()) {
            return done(step.speaking(language.get()));
        }
        Step tried = step.with(edit -> edit.attempts++);
        boolean isEnough =
                tried.progress().attempts() >= survey.rules().attempts().max();
        return isEnough ? done(tried.speaking(tried.language())) : askForLanguage(tried);
    }

    private static Step done(Step step) {
        return step.with(edit -> {
            edit.attempts = 0;
            edit.stage = Stage.ASKING;
        });
    }

    static boolean isDone(Step step) {
        return step.stage() == Stage.ASKING;
    }

    private Optional<String> chosen(Step step, Input input) {
        if (input instanceof Input.Choice choice) {
            return languages().stream()
                    .map(Language::tag)
                    .filter(choice.option()::equals)
                    .findFirst();
        }
        String said = input.words();
        String folded = TextNormalizer.normalize(said);
        Optional<Integer> number = folded.matches("\\d")
                ? Optional.of(Integer.valueOf(folded))
                : words(step).number(folded, input instanceof Input.Speech);
        List<Language> languages = languages();
        if (number.isPresent() && number.get() >= 1 && number.get() <= languages.size()) {
            return Optional.of(languages.get(number.get() - 1).tag());
        }
        return named(step, said).or(() -> atPlace(said, languages));
    }

    /** The language that a reply in any of the languages names by its place in the list. */
    private Optional<String> atPlace(String said, List<Language> languages) {
        List<String> names = languages.stream()
                .map(language -> nameOf(survey.words(language.tag()), languages))
                .toList();
        return languages.stream()
                .flatMap(language -> OfferMention.in(said, names, survey.words(language.tag())).stream())
                .findFirst()
                .map(place -> languages.get(place).tag());
    }

    /** The language that is named, alone or in a request such as "in English please". */
    private Optional<String> named(Step step, String said) {
        return asked(step, said, LanguageRequest::is);
    }

    private Optional<String> asked(Step step, String said, BiPredicate<LanguageRequest, String> isAsked) {
        String folded = TextNormalizer.normalize(said);
        if (folded.isEmpty() || folded.length() > LONGEST_REQUEST) {
            return Optional.empty();
        }
        return languages().stream()
                .map(Language::tag)
                .filter(tag -> isAsked.test(new LanguageRequest(words(step), survey.words(tag)), folded))
                .findFirst();
    }

    /** The language that a first text chooses, by its name or by the prompt file's switch word. */
    Optional<String> chosenByFirstText(Step step, String said) {
        return named(step, said).or(() -> switchedTo(step, said, false));
    }

    /**
     * The language that words in the middle of the survey switch to. In the template's format, only its switch words do.
     *
     * @param takesAnyText whether the open question accepts any text as an answer
     */
    Optional<String> switchedTo(Step step, String said, boolean takesAnyText) {
        if (survey.opening() != OpeningStyle.CONTINUE_OR_SWITCH) {
            return asked(step, said, takesAnyText ? LanguageRequest::isInsteadOfText : LanguageRequest::is);
        }
        return hasOtherLanguage() && isSwitchWord(step, TextNormalizer.normalize(said))
                ? Optional.of(other(step))
                : Optional.empty();
    }

    private boolean isSwitchWord(Step step, String folded) {
        Language language = words(step).language();
        return isOneOf(folded, language.text("languageOptionLanguageReply"))
                || TextNormalizer.normalize(language.text("languageOptionLanguageName"))
                        .equals(folded);
    }

    private String other(Step step) {
        return survey.prompts()
                .in(words(step).language().text("languageOptionLanguage"))
                .tag();
    }

    /** All languages, the default first, then by tag. */
    private List<Language> languages() {
        String first = survey.prompts().defaultLanguage().tag();
        return survey.prompts().languages().stream()
                .sorted(Comparator.comparing(
                        (Language language) -> !language.tag().equals(first)))
                .toList();
    }

    private Step handleReply(Step step, Input input) {
        Language language = words(step).language();
        String said = TextNormalizer.normalize(input.words());
        if (hasOtherLanguage() && (isSwitchWord(step, said) || switchesByVoice(step, said))) {
            return done(step.speaking(other(step)));
        }
        boolean continues = context.isCall()
                || TextNormalizer.normalize(language.text("welcomeContinue")).equals(said);
        return continues ? done(step) : askToContinue(replies.welcome(step));
    }

    /** On a call, the words only have to start with the language's name, like "Español, por favor". */
    private boolean switchesByVoice(Step step, String said) {
        String name = TextNormalizer.normalize(words(step).language().text("languageOptionLanguageName"));
        return context.isCall() && (said.equals(SWITCH_KEY) || (!name.isEmpty() && said.startsWith(name)));
    }

    private static boolean isOneOf(String folded, String list) {
        return Words.split(list).stream().map(TextNormalizer::normalize).anyMatch(folded::equals);
    }
}
