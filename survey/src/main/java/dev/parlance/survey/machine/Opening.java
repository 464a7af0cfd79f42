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

    private final Survey survey;
    private final Draft draft;
    private final Speaking speaking;

    Opening(Survey survey, Draft draft, Speaking speaking) {
        this.survey = survey;
        this.draft = draft;
        this.speaking = speaking;
    }

    /** Whether there is anything to be said or asked before the first question. */
    boolean isNeeded() {
        return switch (survey.opening()) {
            case NONE -> false;
            case ASK -> survey.prompts().languages().size() > 1 && !draft.person.languageKnown();
            case CONTINUE_OR_SWITCH -> !speaking.isCall() || offersAnother();
        };
    }

    private boolean offersAnother() {
        return survey.prompts().languages().size() > 1;
    }

    void ask() {
        if (survey.opening() == OpeningStyle.CONTINUE_OR_SWITCH) {
            askToContinue();
        } else {
            askForLanguage();
        }
    }

    /** Asks the same once more. */
    void askAgain() {
        if (draft.stage == Stage.LANGUAGE) {
            askForLanguage();
        } else {
            askToContinue();
        }
    }

    void askForLanguage() {
        draft.stage = Stage.LANGUAGE;
        List<Offer> offers = new ArrayList<>();
        List<Language> languages = languages();
        for (int i = 0; i < languages.size(); i++) {
            String tag = languages.get(i).tag();
            offers.add(new Offer(tag, Integer.toString(i + 1), nameOf(survey.words(tag), languages)));
        }
        List<String> hints = offers.stream().map(Offer::label).toList();
        speaking.ask(new Ask(
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

    private void askToContinue() {
        draft.stage = Stage.OPENING;
        Language language = speaking.language();
        if (!speaking.isCall()) {
            speaking.prompt("languageOptionSMS");
            speaking.ask(new Ask(List.of(), List.of(), Offers.NONE, new Listening(Listening.Mode.KEYS, 1, List.of())));
            return;
        }
        speaking.silence(survey.rules().pauseSeconds());
        String other = language.text("languageOptionLanguage");
        String name = language.text("languageOptionLanguageName");
        String offer = language.text("languageOption") + " " + name;
        speaking.ask(new Ask(
                List.of(),
                List.of(new Utterance(offer, other, Joint.PARAGRAPH, 0, voiceOfOffer(language))),
                Offers.NONE,
                new Listening(Listening.Mode.KEYS_OR_SPEECH, 1, List.of(name))));
    }

    private static Optional<String> voiceOfOffer(Language language) {
        return Optional.of("languageOptionVoice").filter(language::has).map(language::text);
    }

    /** Takes what was answered; whether the survey can go on. */
    boolean take(Input input) {
        return draft.stage == Stage.LANGUAGE ? takeLanguage(input) : takeWord(input);
    }

    private boolean takeLanguage(Input input) {
        Optional<String> language = chosen(input);
        if (language.isPresent()) {
            draft.speak(language.get());
            draft.attempts = 0;
            return true;
        }
        draft.attempts++;
        if (draft.attempts >= survey.rules().attempts().most()) {
            draft.speak(draft.language());
            draft.attempts = 0;
            return true;
        }
        askForLanguage();
        return false;
    }

    private Optional<String> chosen(Input input) {
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
                : speaking.words().number(folded, input instanceof Input.Speech);
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
    Optional<String> chosenAtOnce(String said) {
        return named(said).or(() -> switchedTo(said));
    }

    /** The language that something said in the middle of the survey asks for. In the template's format, only its own words do. */
    Optional<String> switchedTo(String said) {
        if (survey.opening() != OpeningStyle.CONTINUE_OR_SWITCH) {
            return named(said);
        }
        return offersAnother() && isSwitchWord(Folding.fold(said)) ? Optional.of(other()) : Optional.empty();
    }

    private boolean isSwitchWord(String folded) {
        Language language = speaking.language();
        return isOneOf(folded, language.text("languageOptionLanguageReply"))
                || Folding.fold(language.text("languageOptionLanguageName")).equals(folded);
    }

    private String other() {
        return survey.prompts()
                .in(speaking.language().text("languageOptionLanguage"))
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

    private boolean takeWord(Input input) {
        Language language = speaking.language();
        String said = Folding.fold(input.words());
        if (offersAnother() && (isSwitchWord(said) || switchesByVoice(said))) {
            draft.speak(other());
            return true;
        }
        boolean goesOn = speaking.isCall()
                || Folding.fold(language.text("welcomeContinue")).equals(said);
        if (!goesOn) {
            speaking.welcome();
            askToContinue();
        }
        return goesOn;
    }

    /** "Español, por favor": on a call, what is said only has to begin with the name. */
    private boolean switchesByVoice(String said) {
        String name = Folding.fold(speaking.language().text("languageOptionLanguageName"));
        return speaking.isCall() && (said.equals(SWITCH_KEY) || (!name.isEmpty() && said.startsWith(name)));
    }

    private static boolean isOneOf(String folded, String list) {
        return Words.split(list).stream().map(Folding::fold).anyMatch(folded::equals);
    }
}
