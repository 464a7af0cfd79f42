package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookResponse;

/** An application that answers each message with two buttons. */
final class RichReplies {
    private static final String READY = """
            {"language": "en", "types": {"twilio/quick-reply": {"body": "Ready?",
             "actions": [{"title": "Yes", "id": "y"}, {"title": "No", "id": "n"}]}}}
            """;

    private RichReplies() {}

    static WebhookHandler with(FakeTwilio twilio) {
        String content = new Rest(twilio, "content.twilio.com")
                .postJson("/v1/Content", READY)
                .sid();
        Rest api = new Rest(twilio, "api.twilio.com");
        return request -> {
            String person = request.formParameters().required("From");
            String us = request.formParameters().required("To");
            api.post(api.account() + "/Messages.json", "To", person, "From", us, "ContentSid", content);
            return WebhookResponse.of(MessageTwiml.create());
        };
    }
}
