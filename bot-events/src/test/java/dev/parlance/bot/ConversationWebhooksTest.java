package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.ConversationMessage;
import dev.parlance.outbound.Conversations;
import dev.parlance.outbound.Participant;
import dev.parlance.outbound.Receipt;
import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is the same webhook of a conversation and what is another, request by request. */
class ConversationWebhooksTest {
    private static final TwilioSignature SIGNATURE = TwilioSignature.withToken("0".repeat(32));
    private static final String URL = "https://bot.example/conversations";

    private final List<String> heard = new ArrayList<>();
    private final BotEvents bot = BotEvents.inConversations(Signed.by(SIGNATURE), new Nobody(), "assistant")
            .handledIn(Runnable::run)
            .onAny(event -> heard.add(event.payload().path("StateTo").asText()))
            .build();

    /** A conversation in which nothing can be said: here, only what is heard counts. */
    private static final class Nobody implements Conversations {
        @Override
        public Receipt write(ConversationMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rewrite(String conversation, String message, String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String conversation, String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Participant> participants(String conversation) {
            return List.of();
        }
    }

    private int told(String... form) {
        return bot.respond(SIGNATURE.sign(WebhookRequest.post(URL).form(form))).status();
    }

    @Test
    void a_body_that_nobody_signed_is_not_waited_for() {
        assertThat(bot.refusal(WebhookRequest.post(URL)))
                .map(WebhookResponse::status)
                .contains(403);
    }

    @Test
    void the_same_event_told_again_is_known_by_all_but_the_count_of_tries() {
        assertThat(told("EventType", "onConversationStateUpdated", "StateTo", "closed", "RetryCount", "0"))
                .isEqualTo(204);
        assertThat(told("EventType", "onConversationStateUpdated", "RetryCount", "1", "StateTo", "closed"))
                .isEqualTo(204);

        assertThat(heard).containsExactly("closed");
    }

    @Test
    void events_of_one_conversation_that_differ_in_anything_are_two() {
        told("EventType", "onConversationStateUpdated", "ConversationSid", "CH1", "StateTo", "inactive");
        told("EventType", "onConversationStateUpdated", "ConversationSid", "CH1", "StateTo", "closed");

        assertThat(heard).containsExactly("inactive", "closed");
    }

    @Test
    void what_is_no_event_is_refused() {
        assertThat(told("Body", "hello")).isEqualTo(400);
    }
}
