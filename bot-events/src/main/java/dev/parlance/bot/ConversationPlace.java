package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.outbound.ConversationMessage;
import dev.parlance.outbound.Conversations;
import dev.parlance.outbound.MessageId;
import dev.parlance.outbound.Participant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Twilio conversation. */
record ConversationPlace(Conversations conversations, String self, BotMessage message) implements Place {
    private static final JsonMapper JSON = new JsonMapper();

    /** The maximum length of a text message. */
    private static final int LONGEST = 1_600;

    @Override
    public PostedMessage post(List<MessagePart> parts, boolean inThread) {
        MessageId posted = conversations.send(
                ConversationMessage.to(message.channel(), plain(parts)).withAuthor(self));
        return new ConversationPost(conversations, posted);
    }

    private static String plain(List<MessagePart> parts) {
        return parts.stream().map(MessagePart::plain).collect(Collectors.joining());
    }

    /** The attribute {@code {"language": "fr"}} of the message, or else of its author. */
    @Override
    public Optional<String> language() {
        return language(message.event().payload().path("Attributes").asText()).or(this::participantLanguage);
    }

    private Optional<String> participantLanguage() {
        String participant = message.event().payload().path("ParticipantSid").asText();
        return conversations.participants(message.channel()).stream()
                .filter(candidate -> candidate.sid().equals(participant))
                .map(Participant::attributes)
                .findFirst()
                .flatMap(ConversationPlace::language);
    }

    /** Attributes are set by the application and can be anything. */
    private static Optional<String> language(String attributes) {
        try {
            return Optional.of(JSON.readTree(attributes).path("language").asText())
                    .filter(tag -> !tag.isBlank());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** A text message cannot be changed once it is delivered. */
    @Override
    public boolean showsUpdates() {
        return false;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    private record ConversationPost(Conversations conversations, MessageId posted) implements PostedMessage {
        @Override
        public String id() {
            return posted.sid();
        }

        @Override
        public void update(List<MessagePart> parts) {
            conversations.edit(posted, plain(parts));
        }

        @Override
        public void delete() {
            conversations.delete(posted);
        }
    }
}
