package dev.parlance.spring.autoconfigure;

import dev.parlance.Address;
import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/** A webhook of a survey or a desk. Log lines of its turns carry its name and the session. */
record SurveyWebhook(String survey, WebhookHandler handler) implements WebhookHandler {
    @Override
    public WebhookResponse handle(WebhookRequest request) {
        LogContext log = LogContext.of(survey, session(request));
        try {
            return handler.handle(request);
        } finally {
            log.close();
        }
    }

    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        return handler.refusal(head);
    }

    private static String session(WebhookRequest request) {
        boolean isOurCall = request.parameters()
                .first("Direction")
                .filter(direction -> direction.startsWith("outbound"))
                .isPresent();
        boolean isOurText = request.parameters().first("MessageStatus").isPresent();
        return request.parameters()
                .first(isOurCall || isOurText ? "To" : "From")
                .filter(person -> !person.isBlank())
                .map(person -> Surveys.personId(Address.of(person)))
                .orElse("unknown");
    }
}
