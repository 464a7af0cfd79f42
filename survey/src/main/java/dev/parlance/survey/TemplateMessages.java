package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.state.SessionState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a survey can say on WhatsApp while the person has not written for a day: approved templates. */
final class TemplateMessages {
    private final ContentStore store;
    private final Map<String, String> approved = new ConcurrentHashMap<>();

    TemplateMessages(ContentStore store) {
        this.store = store;
    }

    /**
     * The message for a turn: the opening; the greeting, if the opening is another one for this person; or a reminder. The last two
     * have a button to continue.
     *
     * @throws OutboundException if WhatsApp has not approved the template, or would refuse the variables
     */
    TextMessage message(Rendering rendering) {
        Survey survey = rendering.survey();
        SessionState session = SessionState.of(rendering.session());
        OpeningTemplate opening =
                OpeningTemplate.of(survey, session.language(), session.person().languageKnown());
        Map<String, String> values = opening.text().values(survey, session);
        Optional<String> refusal = opening.text().refusal(values);
        if (refusal.isEmpty() && opening.says(rendering, values)) {
            return message(session, WhatsAppTemplates.opening(opening, survey), values);
        }
        if (!isFirst(session)) {
            return message(session, WhatsAppTemplates.reminder(survey, session.language()), Map.of());
        }
        OpeningTemplate greeting = WhatsAppTemplates.greetingFor(opening, survey)
                .orElseThrow(() -> refused(refusal.orElse(
                        "What the survey says first to this person depends on more than the variables of the invitation, and it"
                                + " has no \"welcome\" to begin with, so no template has its words")));
        return greeting(session, greeting, survey);
    }

    private TextMessage greeting(SessionState session, OpeningTemplate greeting, Survey survey) {
        Map<String, String> values = greeting.text().values(survey, session);
        greeting.text().refusal(values).ifPresent(refusal -> {
            throw refused(refusal);
        });
        return message(session, WhatsAppTemplates.greeting(greeting, survey), values);
    }

    private TextMessage message(SessionState session, Content content, Map<String, String> values) {
        return TextMessage.content(session.respondent(), sid(content), values);
    }

    private static OutboundException refused(String why) {
        return new OutboundException(Reason.REFUSED, why, null);
    }

    private static boolean isFirst(SessionState session) {
        return session.contact().reminders() == 0 && session.outbox().handled().isEmpty();
    }

    private String sid(Content content) {
        return Optional.ofNullable(approved.get(content.name())).orElseGet(() -> find(content));
    }

    private String find(Content content) {
        String sid = store.listReviewed(content.name())
                .filter(found -> found.content().name().equals(content.name()))
                .filter(found -> found.approval().isApproved())
                .map(found -> found.content().sid())
                .findFirst()
                .orElseThrow(() -> refused("WhatsApp has not approved the template " + content.name()
                        + ". Run: parlance content apply SURVEY"));
        approved.put(content.name(), sid);
        return sid;
    }

    /** Looks the template up again when it is needed. */
    void forget(String sid) {
        approved.values().remove(sid);
    }
}
