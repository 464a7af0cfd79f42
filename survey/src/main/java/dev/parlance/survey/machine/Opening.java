package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Utterance.Joint;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Listening;
import dev.parlance.survey.question.Offer;
import dev.parlance.survey.question.Offers;
import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What comes before the first question: which language to speak, each offered in its own words and voice. */
final class Opening {
    private static final String SWITCH_KEY = "9";

    private final Scene scene;
    private final Survey survey;
    private final Speaking speaking;

    Opening(Scene scene, Speaking speaking) {
        this.scene = scene;
        this.survey = scene.survey();
        this.speaking = speaking;
    }

    private Words words(Step step) {
        return scene.words(step.session());
    }

    /** Whether there is anything to be said or asked before the first question. */
    boolean isNeeded(Step step) {
        return switch (survey.opening()) {
            case NONE -> false;
            case ASK ->
                survey.prompts().languages().size() > 1
                        && !step.session().person().languageKnown();
            case CONTINUE_OR_SWITCH -> !scene.isCall() || offersAnother();
        };
    }

    private boolean offersAnother() {
        return survey.prompts().languages().size() > 1;
    }

    Step ask(Step step) {
        return survey.opening() == OpeningStyle.CONTINUE_OR_SWITCH ? askToContinue(step) : askForLanguage(step);
    }

    /** Asks the same once more. */
    Step askAgain(Step step) {
        return step.stage() == Stage.LANGUAGE ? askForLanguage(step) : askToContinue(step);
    }

    Step askForLanguage(Step step) {
        List<Offer> offers = new ArrayList<>();
        List<Language> languages = languages();
        for (int i = 0; i < languages.size(); i++) {
            String tag = languages.get(i).tag();
            offers.add(new Offer(tag, Integer.toString(i + 1), nameOf(survey.words(tag), languages)));
        }
        List<String> hints = offers.stream().map(Offer::label).toList();
        return speaking.ask(
                step.with(edit -> edit.stage = Stage.LANGUAGE),
                new Ask(
                        List.of(),
                        List.of(),
                        new Offers(Offers.Kind.LANGUAGES, offers),
                        new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, hints)));
    }

    /** Where a language is offered for several countries, the country belongs to its name. */
    private String nameOf(Words words, List<Language> languages) {
        boolean isOneOfSeveral = languages.stream()
                        .map(other -> survey.words(other.tag()).ownName())
                        .filter(words.ownName()::equals)
                        .count()
                > 1;
        return isOneOfSeveral ? words.ownNameWithCountry() : words.ownName();
    }

    private Step askToContinue(Step before) {
        Step step = before.with(edit -> edit.stage = Stage.OPENING);
        if (!scene.isCall()) {
            Listening listening = new Listening(Listening.Mode.KEYS, 1, List.of());
            Ask nothing = new Ask(List.of(), List.of(), Offers.NONE, listening);
            return speaking.ask(speaking.prompt(step, "languageOptionSMS"), nothing);
        }
        Language language = words(step).language();
        String other = language.text("languageOptionLanguage");
        String name = language.text("languageOptionLanguageName");
        String offer = language.text("languageOption") + " " + name;
        return speaking.ask(
                speaking.pause(step),
                new Ask(
                        List.of(),
                        List.of(new Utterance(offer, other, Joint.PARAGRAPH, 0, voiceOfOffer(language))),
                        Offers.NONE,
                        new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, List.of(name))));
    }

    private static Optional<String> voiceOfOffer(Language language) {
        return Optional.of("languageOptionVoice").filter(language::has).map(language::text);
    }

    /** Takes what was answered. The opening is done if the stage is no longer one of it. */
    Step take(Step step, Input input) {
        return step.stage() == Stage.LANGUAGE ? takeLanguage(step, input) : takeWord(step, input);
    }

    private Step takeLanguage(Step step, Input input) {
        Optional<String> language = chosen(step, input);
        if (language.isPresent()) {
            return done(step.speaking(language.get()));
        }
        Step tried = step.with(edit -> edit.attempts++);
        boolean isEnough =
                tried.progress().attempts() >= survey.rules().attempts().most();
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
                    .filter(choice.offer()::equals)
                    .findFirst();
        }
        String said = input.words();
        String folded = Folding.fold(said);
        Optional<Integer> number = folded.matches("\\d")
                ? Optional.of(Integer.valueOf(folded))
                : words(step).number(folded, input instanceof Input.Speech);
        List<Language> languages = languages();
        if (number.isPresent() && number.get() >= 1 && number.get() <= languages.size()) {
            return Optional.of(languages.get(number.get() - 1).tag());
        }
        return named(said);
    }

    /** The language of which this is a name. */
    Optional<String> named(String said) {
        String folded = Folding.fold(said);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        return languages().stream()
                .map(Language::tag)
                .filter(tag -> survey.words(tag).names().contains(folded))
                .findFirst();
    }

    /** The language that a first text chooses: by its name, or by a word of the prompt file. */
    Optional<String> chosenAtOnce(Step step, String said) {
        return named(said).or(() -> switchedTo(step, said));
    }

    /** The language that something said in the middle of the survey asks for. In the template's format, only its own words do. */
    Optional<String> switchedTo(Step step, String said) {
        if (survey.opening() != OpeningStyle.CONTINUE_OR_SWITCH) {
            return named(said);
        }
        return offersAnother() && isSwitchWord(step, Folding.fold(said)) ? Optional.of(other(step)) : Optional.empty();
    }

    private boolean isSwitchWord(Step step, String folded) {
        Language language = words(step).language();
        return isOneOf(folded, language.text("languageOptionLanguageReply"))
                || Folding.fold(language.text("languageOptionLanguageName")).equals(folded);
    }

    private String other(Step step) {
        return survey.prompts()
                .in(words(step).language().text("languageOptionLanguage"))
                .tag();
    }

    /** The default first, then by tag. */
    private List<Language> languages() {
        String first = survey.prompts().defaultLanguage().tag();
        return survey.prompts().languages().stream()
                .sorted(Comparator.comparing(
                        (Language language) -> !language.tag().equals(first)))
                .toList();
    }

    private Step takeWord(Step step, Input input) {
        Language language = words(step).language();
        String said = Folding.fold(input.words());
        if (offersAnother() && (isSwitchWord(step, said) || switchesByVoice(step, said))) {
            return done(step.speaking(other(step)));
        }
        boolean goesOn =
                scene.isCall() || Folding.fold(language.text("welcomeContinue")).equals(said);
        return goesOn ? done(step) : askToContinue(speaking.welcome(step));
    }

    /** "Español, por favor": on a call, what is said only has to begin with the name. */
    private boolean switchesByVoice(Step step, String said) {
        String name = Folding.fold(words(step).language().text("languageOptionLanguageName"));
        return scene.isCall() && (said.equals(SWITCH_KEY) || (!name.isEmpty() && said.startsWith(name)));
    }

    private static boolean isOneOf(String folded, String list) {
        return Words.split(list).stream().map(Folding::fold).anyMatch(folded::equals);
    }
}
