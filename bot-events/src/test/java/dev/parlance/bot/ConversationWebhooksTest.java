package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.ConversationMessage;
import dev.parlance.outbound.Conversations;
import dev.parlance.outbound.MessageId;
import dev.parlance.outbound.Participant;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sends single webhooks of a conversation: repeated, distinct and invalid ones. */
class ConversationWebhooksTest {
    private static final TwilioSignature SIGNATURE = TwilioSignature.of(Secret.of("0".repeat(32)));
    private static final String URL = "https://bot.example/conversations";

    private final List<String> received = new ArrayList<>();
    private final BotEvents bot = BotEvents.inConversations(
                    SignedWebhooks.verifiedBy(SIGNATURE), new ReadOnly(), "assistant")
            .executor(Runnable::run)
            .onAny(event -> received.add(event.payload().path("StateTo").asText()))
            .build();

    /** Conversations to which nothing can be written. */
    private static final class ReadOnly implements Conversations {
        @Override
        public MessageId send(ConversationMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void edit(MessageId message, String newBody) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(MessageId message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Participant> participants(String conversation) {
            return List.of();
        }
    }

    private int post(String... form) {
        return bot.respond(SIGNATURE.sign(WebhookRequest.post(URL).withForm(form)))
                .status();
    }

    @Test
    void an_unsigned_request_is_refused_before_its_body() {
        assertThat(bot.refusal(WebhookRequest.post(URL)))
                .map(WebhookResponse::status)
                .contains(403);
    }

    @Test
    void a_repeated_event_is_recognized_despite_its_retry_count() {
        assertThat(post("EventType", "onConversationStateUpdated", "StateTo", "closed", "RetryCount", "0"))
                .isEqualTo(204);
        assertThat(post("EventType", "onConversationStateUpdated", "RetryCount", "1", "StateTo", "closed"))
                .isEqualTo(204);

        assertThat(received).containsExactly("closed");
    }

    @Test
    void events_that_differ_in_any_parameter_are_distinct() {
        post("EventType", "onConversationStateUpdated", "ConversationSid", "CH1", "StateTo", "inactive");
        post("EventType", "onConversationStateUpdated", "ConversationSid", "CH1", "StateTo", "closed");

        assertThat(received).containsExactly("inactive", "closed");
    }

    @Test
    void a_request_without_an_event_type_is_refused() {
        assertThat(post("Body", "hello")).isEqualTo(400);
    }
}
