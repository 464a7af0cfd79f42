package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.Content;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a survey says first in a language, as a template: the variables of the invitation are placeholders.
 *
 * @param body the words, with placeholders such as <code>{{1}}</code>
 * @param variables the names of the variables, in the order of the placeholders
 * @param menu what can be tapped
 */
record OpeningTemplate(String body, List<String> variables, Optional<Menu> menu) {
    /** A template can have up to ten buttons, and no list. */
    static final Menu.Limits LIMITS = new Menu.Limits(10, 0);
    /** WhatsApp's limit. */
    private static final int LONGEST = 1_024;

    private static final Pattern MARK = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]*)}}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\d+)}}");
    private static final Address NOBODY = Address.of("whatsapp:+15005550006");

    OpeningTemplate {
        variables = List.copyOf(variables);
    }

    /**
     * The opening in a language.
     *
     * @param languageKnown whether the survey knows the language already; otherwise it can ask for it
     */
    static OpeningTemplate of(Survey survey, String language, boolean languageKnown) {
        Map<String, String> marks = new LinkedHashMap<>();
        survey.variables().keySet().forEach(name -> marks.put(name, "{{" + name + "}}"));
        Person person = new Person(language, languageKnown, Optional.empty(), marks, 0);
        SessionState session =
                SessionState.create(survey.name(), NOBODY, survey.revision(), person, MessengerChannel.WHATSAPP);
        Medium medium = new Medium(MessengerChannel.WHATSAPP, MessengerChannel.ABILITIES.withoutPictures());
        Turn.Done turn = SurveyMachine.rehearse(survey, session, Input.contact(), TurnInputs.at(Instant.EPOCH, medium));
        Rendering rendering = Rendering.of(survey, turn);
        List<String> names = new ArrayList<>();
        String body = MARK.matcher(words(rendering)).replaceAll(mark -> numbered(mark, names));
        if (body.isEmpty() || body.length() > LONGEST) {
            throw new SurveyException("The opening of the survey \"" + survey.name() + "\" in " + language + " has "
                    + body.length() + " characters; a template has 1 to " + LONGEST);
        }
        return new OpeningTemplate(body, names, Menu.of(rendering, LIMITS));
    }

    private static String numbered(MatchResult mark, List<String> names) {
        if (!names.contains(mark.group(1))) {
            names.add(mark.group(1));
        }
        return "{{" + (names.indexOf(mark.group(1)) + 1) + "}}";
    }

    /** What a turn says, with the options in words if they can't be buttons. */
    static String words(Rendering rendering) {
        Rendering.Phrases phrases =
                Menu.of(rendering, LIMITS).isPresent() ? rendering.writtenWithMenu() : rendering.written();
        return String.join("\n", TextMessages.of(phrases.all())).strip();
    }

    /** The content to store at Twilio. The buttons report the option, without a turn. */
    Content content(Survey survey, String language) {
        Content content = menu.map(buttons -> Content.quickReply(
                        body,
                        buttons.items().stream()
                                .map(item -> Content.Button.of(
                                        item.title(),
                                        item.id().substring(item.id().indexOf(':'))))
                                .toArray(Content.Button[]::new)))
                .orElseGet(() -> Content.text(body));
        for (int i = 0; i < variables.size(); i++) {
            String usual = survey.variables().getOrDefault(variables.get(i), "");
            content = content.withSample(Integer.toString(i + 1), usual.isBlank() ? variables.get(i) : usual);
        }
        return content.withLanguage(language);
    }

    /** The values of the placeholders for a person. */
    Map<String, String> values(Survey survey, SessionState session) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i);
            String value =
                    session.variable(name).orElseGet(() -> survey.variables().getOrDefault(name, ""));
            values.put(Integer.toString(i + 1), MessengerMessage.oneLine(value));
        }
        return values;
    }

    /** Whether the template with these values says what a turn says. */
    boolean says(Rendering rendering, Map<String, String> values) {
        String filled = PLACEHOLDER
                .matcher(body)
                .replaceAll(number -> Matcher.quoteReplacement(values.getOrDefault(number.group(1), "")));
        List<String> titles = titles(Menu.of(rendering, LIMITS));
        return filled.equals(words(rendering)) && titles.equals(titles(menu));
    }

    private static List<String> titles(Optional<Menu> menu) {
        return menu.map(Menu::items).orElse(List.of()).stream()
                .map(Menu.Item::title)
                .toList();
    }
}
