package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions as WhatsApp shows them: the first one with buttons, and the first one with a list. */
final class MenuPreview {
    private static final Medium MEDIUM = new Medium(MessengerChannel.WHATSAPP, MessengerChannel.ABILITIES);

    private MenuPreview() {}

    static List<Content> of(Survey survey, String language) {
        List<Content> found = new ArrayList<>();
        boolean hasButtons = false;
        boolean hasList = false;
        for (Question question : survey.questions()) {
            Optional<Content> shown = shown(survey, question, language);
            boolean isList = shown.filter(content -> !content.items().isEmpty()).isPresent();
            if (shown.isPresent() && !(isList ? hasList : hasButtons)) {
                found.add(shown.get());
                hasList |= isList;
                hasButtons |= !isList;
            }
        }
        return found;
    }

    private static Optional<Content> shown(Survey survey, Question question, String language) {
        boolean isAsked =
                survey.words(language).language().contains(question.settings().prompt());
        return isAsked ? menu(survey, question, language) : Optional.empty();
    }

    private static Optional<Content> menu(Survey survey, Question question, String language) {
        Rendering asked = Rendering.of(
                survey, SurveyMachine.ask(survey, question.id(), language, TurnInputs.at(Instant.EPOCH, MEDIUM)));
        String words = String.join("\n", TextMessages.of(asked.writtenWithMenu().asked()));
        return Menu.of(asked, Menu.WHATSAPP)
                .map(menu -> content(menu, words).withName(question.id()).withLanguage(language));
    }

    private static Content content(Menu menu, String words) {
        return menu.isList()
                ? Content.list(
                        words,
                        menu.opens(),
                        menu.items().stream()
                                .map(item -> Content.Item.of(item.title(), item.id()))
                                .toArray(Content.Item[]::new))
                : Content.quickReply(
                        words,
                        menu.items().stream()
                                .map(item -> Content.Button.of(item.title(), item.id()))
                                .toArray(Content.Button[]::new));
    }
}
