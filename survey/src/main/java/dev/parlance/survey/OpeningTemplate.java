package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.Content;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.words.OneLine;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a survey says first in a language, as a template: the variables of the invitation are placeholders.
 *
 * @param language the tag of the language
 * @param text the words
 * @param titles what can be tapped, by the option that it reports
 * @param prompts the keys of the prompts with these words, in their order
 */
record OpeningTemplate(String language, TemplateText text, Map<String, String> titles, OpeningPrompts prompts) {
    /** A template can have up to ten buttons, and no list. */
    static final Menu.Limits LIMITS = new Menu.Limits(10, 0);

    private static final Address NOBODY = Address.of("whatsapp:+15005550006");

    /**
     * The opening in a language.
     *
     * @param languageKnown whether the survey knows the language already; otherwise it can ask for it
     */
    static OpeningTemplate of(Survey survey, String language, boolean languageKnown) {
        Rendering rendering = rehearsed(survey, language, languageKnown);
        return new OpeningTemplate(
                language,
                TemplateText.of(words(rendering)),
                titles(Menu.of(rendering, LIMITS)),
                OpeningPrompts.of(survey, SessionState.of(rendering.session())));
    }

    private static Rendering rehearsed(Survey survey, String language, boolean languageKnown) {
        Person person = new Person(language, languageKnown, Optional.empty(), TemplateText.marks(survey), 0);
        SessionState session =
                SessionState.create(survey.name(), NOBODY, survey.revision(), person, MessengerChannel.WHATSAPP);
        Medium medium = new Medium(MessengerChannel.WHATSAPP, MessengerChannel.ABILITIES.withoutPictures());
        Turn.Done turn = SurveyMachine.rehearse(survey, session, Input.contact(), TurnInputs.at(Instant.EPOCH, medium));
        return Rendering.of(survey, turn);
    }

    /**
     * What the survey says before anything that depends on the person, with a button to continue; empty if it has no prompts for
     * that moment.
     */
    static Optional<OpeningTemplate> greeting(Survey survey, String language) {
        OpeningPrompts prompts = OpeningPrompts.ofGreeting(survey, language);
        String words = prompts.words(TemplateText.marks(survey));
        return words.isBlank()
                ? Optional.empty()
                : Optional.of(new OpeningTemplate(
                        language,
                        TemplateText.of(words),
                        Map.of(MessengerChannel.CONTINUE, ReminderTemplate.title(survey.words(language))),
                        prompts));
    }

    /** What a turn says, with the options in words if they can't be buttons. */
    private static String words(Rendering rendering) {
        Rendering.Phrases phrases =
                Menu.of(rendering, LIMITS).isPresent() ? rendering.writtenWithMenu() : rendering.written();
        return String.join("\n", TextMessages.of(phrases.all())).strip();
    }

    /** A button reports the option without a turn, because the template is older than the session. */
    private static Map<String, String> titles(Optional<Menu> menu) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Menu.Item item : menu.map(Menu::items).orElse(List.of())) {
            titles.put(MenuTap.parse(item.id()).orElseThrow().inTemplate().toString(), item.title());
        }
        return titles;
    }

    /** The content to store at Twilio. */
    Content content(Survey survey) {
        Content content = titles.isEmpty()
                ? Content.text(text.body())
                : Content.quickReply(
                        text.body(),
                        titles.entrySet().stream()
                                .map(title -> Content.Button.of(title.getValue(), title.getKey()))
                                .toArray(Content.Button[]::new));
        for (int i = 0; i < text.variables().size(); i++) {
            String name = text.variables().get(i);
            String usual = OneLine.variable(survey.variables().getOrDefault(name, ""));
            content = content.withSample(Integer.toString(i + 1), usual.isEmpty() ? name : usual);
        }
        return content.withLanguage(WhatsAppLanguage.code(language));
    }

    /** Whether the template with these values says what a turn says. */
    boolean says(Rendering rendering, Map<String, String> values) {
        return text.filled(values).equals(words(rendering))
                && List.copyOf(titles.values())
                        .equals(List.copyOf(titles(Menu.of(rendering, LIMITS)).values()));
    }
}
