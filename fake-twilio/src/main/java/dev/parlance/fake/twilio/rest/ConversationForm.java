package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The parameters of webhooks for events of conversations. */
final class ConversationForm {
    private final String event;
    private final Resource subject;
    private final List<String> form = new ArrayList<>();

    private ConversationForm(String event, Resource subject) {
        this.event = event;
        this.subject = subject;
    }

    /**
     * The parameters for an event.
     *
     * @param event Twilio's name: {@code onMessageAdded}
     * @param subject the conversation, participant, message, receipt or user
     * @param source {@code API}, {@code SMS} or {@code WHATSAPP}
     * @param more further names and values, alternating
     */
    static Parameters of(String event, Resource subject, String source, String... more) {
        ConversationForm form = new ConversationForm(event, subject);
        form.addCommon(source);
        if (event.startsWith("onMessage")) {
            form.addMessage();
        } else if (event.startsWith("onParticipant")) {
            form.addParticipant();
        } else if (event.startsWith("onConversation")) {
            form.addConversation();
        } else if (event.startsWith("onUser")) {
            form.add("UserSid", subject.sid());
            form.addFields("Identity", "FriendlyName", "RoleSid", "DateUpdated");
        } else {
            form.add("DeliveryReceiptSid", subject.sid());
            form.addFields(
                    "MessageSid",
                    "ChannelMessageSid",
                    "ParticipantSid",
                    "Status",
                    "ErrorCode",
                    "DateCreated",
                    "DateUpdated");
        }
        form.form.addAll(List.of(more));
        return Parameters.of(form.form.toArray(String[]::new));
    }

    private void addCommon(String source) {
        add("AccountSid", subject.text("account_sid"));
        if (subject.has("attributes")) {
            add("Attributes", subject.text("attributes"));
        }
        add("ChatServiceSid", subject.text("chat_service_sid"));
        if (subject.has("conversation_sid")) {
            add("ConversationSid", subject.text("conversation_sid"));
        }
        add("EventType", event);
        add("RetryCount", "0");
        add("Source", source);
    }

    private void addConversation() {
        if (!event.endsWith("Add")) {
            add("ConversationSid", subject.sid());
        }
        addFields("FriendlyName", "UniqueName", "State", "MessagingServiceSid", "DateCreated");
        addDateOfChange();
    }

    private void addMessage() {
        if (!event.endsWith("Add")) {
            add("MessageSid", subject.sid());
            add("Index", subject.text("index"));
        }
        add("Author", subject.text("author"));
        add("Body", subject.text("body"));
        add("DateCreated", subject.text("date_created"));
        addFields("ParticipantSid");
        addDateOfChange();
        String media = ConversationMedia.inWebhook(subject.get("media"));
        if (!media.isEmpty()) {
            add("Media", media);
        }
    }

    private void addParticipant() {
        if (!event.endsWith("Add")) {
            add("ParticipantSid", subject.sid());
        }
        add("DateCreated", subject.text("date_created"));
        addFields("Identity", "RoleSid", "LastReadMessageIndex");
        addDateOfChange();
        JsonNode binding = subject.get("messaging_binding");
        if (binding.isObject()) {
            add("MessagingBinding.Address", binding.path("address").asText());
            add("MessagingBinding.ProxyAddress", binding.path("proxy_address").asText());
            add("MessagingBinding.Type", binding.path("type").asText());
        }
    }

    private void addDateOfChange() {
        if (event.endsWith("Updated")) {
            add("DateUpdated", subject.text("date_updated"));
        } else if (event.endsWith("Removed")) {
            add("DateRemoved", subject.text("date_updated"));
        }
    }

    /** Adds parameters for the fields that have a value. */
    private void addFields(String... names) {
        for (String name : names) {
            subject.filled(Fields.snake(name)).ifPresent(value -> add(name, value));
        }
    }

    private void add(String name, String value) {
        form.add(name);
        form.add(value);
    }
}
