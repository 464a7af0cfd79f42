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

/** Twilio Conversations: its webhooks after the event. */
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
    public Arrival read(WebhookRequest request) {
        Parameters form = request.parameters();
        String type = form.first("EventType").orElse("");
        if (type.isEmpty()) {
            return Arrival.malformed("There is no EventType in it.");
        }
        boolean isOwn = form.first("Author").filter(self::equals).isPresent();
        boolean isByAProgram = type.startsWith("onMessage")
                && form.first("Source").filter("API"::equals).isPresent();
        if (isOwn || isByAProgram) {
            return Arrival.answered(WebhookResponse.noContent());
        }
        ObjectNode payload = JSON.createObjectNode();
        form.entries().forEach(one -> payload.put(one.name(), one.value()));
        String id = idOf(form);
        BotEvent event = new BotEvent(id, type, form.first("ChatServiceSid").orElse(""), payload);
        Job job = new Job(id, event, () -> handle(event));
        return new Arrival(WebhookResponse.noContent(), Optional.of(job));
    }

    /** The same event is told in the same words, however often; only how often differs. */
    private static String idOf(Parameters form) {
        return DeliveryMemory.key(form.entries().stream()
                .filter(one -> !one.name().equals("RetryCount"))
                .map(one -> one.name() + "=" + one.value())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private void handle(BotEvent event) throws Exception {
        if (!event.type().equals(ADDED)) {
            handlers.tell(event);
            return;
        }
        JsonNode payload = event.payload();
        String body = payload.path("Body").asText();
        Matcher mentions = mention.matcher(body);
        boolean mentioned = mentions.find();
        List<Part> parts = mentioned ? split(body) : List.of(Part.words(body));
        BotMessage message = new BotMessage(
                payload.path("MessageSid").asText(),
                payload.path("ConversationSid").asText(),
                payload.path("Author").asText(),
                Optional.empty(),
                parts,
                files(payload.path("Media").asText()),
                event);
        if (message.isEmpty()) {
            handlers.tell(event);
        } else {
            BotMessage toMe = message.withoutNameOf(self);
            handlers.tell(toMe, mentioned, new ConversationPlace(conversations, self, toMe));
        }
    }

    /** The words, with the bot's name as a part of its own. */
    private List<Part> split(String body) {
        List<Part> parts = new ArrayList<>();
        Matcher mentions = mention.matcher(body);
        int end = 0;
        while (mentions.find()) {
            parts.add(Part.words(body.substring(end, mentions.start())));
            parts.add(Part.person(self));
            end = mentions.end();
        }
        parts.add(Part.words(body.substring(end)));
        return parts;
    }

    private static List<SharedFile> files(String media) throws JsonProcessingException {
        List<SharedFile> files = new ArrayList<>();
        if (!media.isBlank()) {
            for (JsonNode one : JSON.readTree(media)) {
                files.add(new SharedFile(
                        one.path("Sid").asText(),
                        one.path("Filename").asText(),
                        one.path("ContentType").asText(),
                        one.path("Size").asLong()));
            }
        }
        return files;
    }
}
