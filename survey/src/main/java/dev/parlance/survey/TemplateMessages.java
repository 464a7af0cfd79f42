package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.StoredContent;
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
     * The message for a turn: the opening, or a reminder with a button to continue.
     *
     * @throws OutboundException if WhatsApp has not approved the template
     */
    TextMessage message(Rendering rendering) {
        Survey survey = rendering.survey();
        SessionState session = SessionState.of(rendering.session());
        OpeningTemplate opening =
                OpeningTemplate.of(survey, session.language(), session.person().languageKnown());
        Map<String, String> values = opening.values(survey, session);
        if (opening.says(rendering, values)) {
            Content content = WhatsAppTemplates.opening(opening, survey, session.language());
            return TextMessage.content(session.respondent(), sid(content), values);
        }
        if (isFirst(session)) {
            throw new OutboundException(
                    Reason.REFUSED,
                    "What the survey says first depends on more than the variables of the invitation, so no template has its"
                            + " words",
                    null);
        }
        Content reminder = WhatsAppTemplates.reminder(survey, session.language());
        return TextMessage.content(session.respondent(), sid(reminder), Map.of());
    }

    private static boolean isFirst(SessionState session) {
        return session.contact().reminders() == 0 && session.outbox().handled().isEmpty();
    }

    private String sid(Content content) {
        String known = approved.get(content.name());
        if (known != null) {
            return known;
        }
        Optional<StoredContent> stored = store.list()
                .filter(found -> found.name().equals(content.name()))
                .filter(found -> store.approval(found.sid()).isApproved())
                .findFirst();
        String sid = stored.map(StoredContent::sid)
                .orElseThrow(() -> new OutboundException(
                        Reason.REFUSED,
                        "WhatsApp has not approved the template " + content.name()
                                + ". Run: parlance content apply SURVEY",
                        null));
        approved.put(content.name(), sid);
        return sid;
    }
}
