package dev.parlance.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.outbound.Conversations;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the post-event webhooks of Twilio Conversations. */
final class ConversationSource implements Source {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADDED = "onMessageAdded";

    private final Conversations conversations;
    private final String self;
    private final Handlers handlers;
    private final Pattern mention;

    ConversationSource(Conversations conversations, String self, Handlers handlers) {
        this.conversations = conversations;
        this.self = self;
        this.handlers = handlers;
        this.mention = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])@" + Pattern.quote(self) + "(?![\\p{L}\\p{N}_])");
    }

    @Override
    public WebhookResult read(WebhookRequest request) {
        Parameters form = request.parameters();
        String type = form.first("EventType").orElse("");
        if (type.isEmpty()) {
            return WebhookResult.malformed("The EventType parameter is missing.");
        }
        boolean isOwn = form.first("Author").filter(self::equals).isPresent();
        boolean isFromApi = type.startsWith("onMessage")
                && form.first("Source").filter("API"::equals).isPresent();
        if (isOwn || isFromApi) {
            return WebhookResult.answered(WebhookResponse.noContent());
        }
        ObjectNode payload = JSON.createObjectNode();
        form.entries().forEach(parameter -> payload.put(parameter.name(), parameter.value()));
        String id = idOf(form);
        BotEvent event = new BotEvent(id, type, form.first("ChatServiceSid").orElse(""), payload);
        Job job = new Job(id, event, () -> handle(event));
        return new WebhookResult(WebhookResponse.noContent(), Optional.of(job));
    }

    /** A repeated event has the same parameters except for the retry count. */
    private static String idOf(Parameters form) {
        return DeliveryMemory.key(form.entries().stream()
                .filter(parameter -> !parameter.name().equals("RetryCount"))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private void handle(BotEvent event) throws Exception {
        if (!event.type().equals(ADDED)) {
            handlers.dispatch(event);
            return;
        }
        JsonNode payload = event.payload();
        String body = payload.path("Body").asText();
        Matcher mentions = mention.matcher(body);
        boolean mentioned = mentions.find();
        List<MessagePart> parts = mentioned ? split(body) : List.of(MessagePart.text(body));
        BotMessage message = new BotMessage(
                payload.path("MessageSid").asText(),
                payload.path("ConversationSid").asText(),
                payload.path("Author").asText(),
                Optional.empty(),
                parts,
                files(payload.path("Media").asText()),
                event);
        if (message.isEmpty()) {
            handlers.dispatch(event);
        } else {
            BotMessage cleaned = message.withoutNameOf(self);
            handlers.dispatch(cleaned, mentioned, new ConversationPlace(conversations, self, cleaned));
        }
    }

    /** Splits the text so that each mention of the bot is a separate part. */
    private List<MessagePart> split(String body) {
        List<MessagePart> parts = new ArrayList<>();
        Matcher mentions = mention.matcher(body);
        int end = 0;
        while (mentions.find()) {
            parts.add(MessagePart.text(body.substring(end, mentions.start())));
            parts.add(MessagePart.person(self));
            end = mentions.end();
        }
        parts.add(MessagePart.text(body.substring(end)));
        return parts;
    }

    private static List<SharedFile> files(String media) throws JsonProcessingException {
        List<SharedFile> files = new ArrayList<>();
        if (!media.isBlank()) {
            for (JsonNode file : JSON.readTree(media)) {
                files.add(new SharedFile(
                        file.path("Sid").asText(),
                        file.path("Filename").asText(),
                        file.path("ContentType").asText(),
                        file.path("Size").asLong()));
            }
        }
        return files;
    }
}
