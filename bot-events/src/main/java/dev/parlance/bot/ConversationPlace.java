package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.outbound.ConversationMessage;
import dev.parlance.outbound.Conversations;
import dev.parlance.outbound.Participant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A conversation at Twilio. */
record ConversationPlace(Conversations conversations, String self, BotMessage message) implements Place {
    private static final JsonMapper JSON = new JsonMapper();

    /** What fits into a text, which is how it reaches those who text. */
    private static final int LONGEST = 1_600;

    @Override
    public PostedMessage post(List<Part> parts, boolean inThread) {
        String conversation = message.channel();
        String sid = conversations
                .write(ConversationMessage.by(self, conversation, plain(parts)))
                .sid();
        return new Written(conversations, conversation, sid);
    }

    private static String plain(List<Part> parts) {
        return parts.stream().map(Part::plain).collect(Collectors.joining());
    }

    /** As the message says it, or else as it is noted of whoever wrote it: {@code {"language": "fr"}}. */
    @Override
    public Optional<String> language() {
        return language(message.event().payload().path("Attributes").asText()).or(this::notedLanguage);
    }

    private Optional<String> notedLanguage() {
        String participant = message.event().payload().path("ParticipantSid").asText();
        return conversations.participants(message.channel()).stream()
                .filter(one -> one.sid().equals(participant))
                .map(Participant::attributes)
                .findFirst()
                .flatMap(ConversationPlace::language);
    }

    /** Attributes are the application's own, and may be anything. */
    private static Optional<String> language(String attributes) {
        try {
            return Optional.of(JSON.readTree(attributes).path("language").asText())
                    .filter(tag -> !tag.isBlank());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Who texts keeps the text that he got. */
    @Override
    public boolean showsUpdates() {
        return false;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    private record Written(Conversations conversations, String conversation, String id) implements PostedMessage {
        @Override
        public void update(List<Part> parts) {
            conversations.rewrite(conversation, id, plain(parts));
        }

        @Override
        public void delete() {
            conversations.remove(conversation, id);
        }
    }
}
