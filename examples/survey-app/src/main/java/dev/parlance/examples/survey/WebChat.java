package dev.parlance.examples.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Incoming;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.machine.Ask;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Reply;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Session;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A chat on a web page. The page sends JSON, {@code {"id": "…", "text": "4"}} or {@code {"id": "…", "choice": "tea", "turn":
 * 3}}, and gets the next turn. Options are buttons; a button of an earlier turn changes nothing. While the page is open, it
 * receives reminders.
 */
final class WebChat implements Channel, AutoCloseable {
    static final String NAME = "chat";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_OPEN = 200;
    private static final int MAX_LENGTH = 1_600;

    private final ChatLinks links;
    private final Map<Address, EventStream> pages = new ConcurrentHashMap<>();

    WebChat(ChatLinks links) {
        this.links = links;
    }

    // snippet: channel
    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Abilities abilities(Address person) {
        return Abilities.written();
    }

    @Override
    public Incoming read(WebhookRequest request) {
        Address person = links.person(request);
        JsonNode message = json(request);
        String id = message.path("id").asText();
        if (id.isEmpty() || id.length() > 64) {
            throw new WebhookException(400, "A message needs a unique \"id\" of at most 64 characters.");
        }
        Incoming.Received received = Incoming.Received.of(person, NAME + ":" + id, input(message));
        JsonNode turn = message.path("turn");
        return turn.isInt() ? received.withTurn(turn.asInt()) : received;
    }

    @Override
    public String render(Rendering rendering) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode messages = json.putArray("messages");
        Reply reply = rendering.reply();
        Session session = rendering.session();
        reply.said().forEach(said -> message(said, messages));
        reply.ask().ifPresent(ask -> ask(ask, session.language(), messages, json));
        json.put("turn", session.turn());
        json.put("over", !(reply.next() instanceof Next.Wait));
        return json.toString();
    }

    @Override
    public WebhookResponse answer(String document) {
        String json = document.isEmpty() ? "{\"messages\":[],\"over\":true}" : document;
        return WebhookResponse.json(json).withHeader("Cache-Control", "no-store");
    }
    // end

    private static JsonNode json(WebhookRequest request) {
        try {
            return JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            throw new WebhookException(400, "A message must be JSON.");
        }
    }

    /** A message without text and choice means that the person has opened the chat. */
    private static Input input(JsonNode message) {
        if (message.hasNonNull("choice")) {
            return Input.choice(message.path("choice").asText());
        }
        String text = message.path("text").asText();
        if (text.length() > MAX_LENGTH) {
            throw new WebhookException(400, "A message can have at most " + MAX_LENGTH + " characters.");
        }
        return message.hasNonNull("text") ? Input.text(text) : Input.arrival();
    }

    private static void ask(Ask ask, String language, ArrayNode messages, ObjectNode json) {
        ask.lead().forEach(said -> message(said, messages));
        ask.text().forEach(said -> message(said, messages));
        ArrayNode buttons = json.putArray("buttons");
        boolean areLanguages = ask.options().kind() == AnswerOptions.Kind.LANGUAGES;
        for (AnswerOption option : ask.options().all()) {
            ObjectNode button = buttons.addObject().put("id", option.id()).put("label", option.label());
            language(areLanguages ? option.id() : language, button);
        }
    }

    private static void message(Utterance said, ArrayNode messages) {
        if (!said.text().isBlank()) {
            language(said.language(), messages.addObject().put("text", said.text()));
        }
    }

    private static void language(String tag, ObjectNode json) {
        boolean isRightToLeft = Locale.forLanguageTag(tag).getLanguage().equals("ar");
        json.put("lang", tag).put("dir", isRightToLeft ? "rtl" : "ltr");
    }

    /** Whether the person's page is open. Otherwise they are reminded by text. */
    @Override
    public boolean canContact(Address person) {
        EventStream page = pages.get(person);
        return page != null && page.listeners() > 0;
    }

    @Override
    public void send(Rendering rendering) {
        EventStream page = pages.get(rendering.session().respondent());
        if (page == null || page.listeners() == 0) {
            throw new OutboundException(Reason.UNREACHABLE, "The person's chat is not open", null);
        }
        page.send("turn", render(rendering));
    }

    /** The stream of events for a person's open page, such as reminders. */
    WebhookResponse events(WebhookRequest request) {
        Address person = links.person(request);
        pages.values().removeIf(page -> page.listeners() == 0);
        if (pages.size() >= MAX_OPEN) {
            return WebhookResponse.text("Too many chats are open. Try again later.")
                    .withStatus(503);
        }
        return pages.computeIfAbsent(person, any -> EventStream.create()).handle(request);
    }

    /** Creates a chat link for a phone number. Requires the same key as contacting people. */
    WebhookHandler links(CallerAuth auth) {
        return request -> auth.caller(request).isPresent()
                ? link(request)
                : WebhookResponse.text("The key is missing or wrong. Send it as Authorization: Bearer …")
                        .withStatus(401);
    }

    private WebhookResponse link(WebhookRequest request) {
        String number = request.formParameters().first("To").orElse("");
        if (!number.matches("\\+[1-9]\\d{6,14}")) {
            throw new WebhookException(400, "The parameter \"To\" must be a phone number such as +15005550006.");
        }
        return WebhookResponse.json(JSON.createObjectNode()
                .put("path", "/chat#" + links.token(number))
                .toString());
    }

    @Override
    public void close() {
        pages.values().forEach(EventStream::close);
    }
}
