package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.messaging.ContentOrder;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.messaging.Outgoing;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Texts and their media. */
final class MessagesApi {
    private static final String MESSAGES = "/2010-04-01/Accounts/{account_sid}/Messages";
    private static final Set<String> IN_PROGRESS = Set.of("accepted", "queued", "sending", "receiving", "scheduled");

    private static final Duration MIN_DELAY = Duration.ofMinutes(5);
    private static final Duration MAX_DELAY = Duration.ofDays(35);

    private final World world;
    private final Messaging messaging;

    MessagesApi(World world, Messaging messaging) {
        this.world = world;
        this.messaging = messaging;
    }

    void routes(Routes routes) {
        Shelf messages = world.owned().messages();
        new Collection(world, routes, messages, MESSAGES, Map.of())
                .filteredBy("To", "From")
                .filteredByDate("date_sent", "DateSent")
                .lists()
                .fetches()
                .creates(this::send)
                .updates(this::update)
                .deletes(MessagesApi::checkDeletion);
        Map<String, Shelf> parents = Map.of("message_sid", messages);
        new Collection(world, routes, messages, MESSAGES + "/{message_sid}/Feedback", parents).posts(this::feedback);
        Shelf media = world.owned().media();
        new Collection(world, routes, media, MESSAGES + "/{parent_sid}/Media", Map.of("parent_sid", messages))
                .lists()
                .fetches()
                .deletes(deleted -> world.forget(deleted.sid()));
        routes.get("/content" + MESSAGES + "/{parent_sid}/Media/{sid}", this::content);
    }

    private Resource send(Exchange exchange) {
        Fields.checkValidityPeriod(exchange.form("ValidityPeriod"));
        if (exchange.has("FallbackFrom") && exchange.form("MessagingServiceSid").isEmpty()) {
            throw exchange.form("From").isEmpty()
                    ? ApiError.badRequest(21666, "FallbackFrom needs a MessagingServiceSid")
                    : ApiError.badRequest(21664, "FallbackFrom can't be used together with From");
        }
        return messaging.send(new Outgoing(
                exchange.account(),
                PhoneNumbers.normalized(exchange.form("To")),
                PhoneNumbers.normalized(exchange.form("From")),
                exchange.form("MessagingServiceSid"),
                exchange.form("Body"),
                exchange.all("MediaUrl"),
                exchange.form("StatusCallback"),
                sendAt(exchange),
                new ContentOrder(exchange.form("ContentSid"), exchange.form("ContentVariables")),
                PhoneNumbers.normalized(exchange.form("FallbackFrom"))));
    }

    private Optional<Instant> sendAt(Exchange exchange) {
        if (!exchange.has("SendAt")) {
            return Optional.empty();
        }
        if (exchange.form("MessagingServiceSid").isEmpty()
                || !exchange.form("ScheduleType").equals("fixed")) {
            throw ApiError.badRequest(
                    35118, "MessagingServiceSid and ScheduleType=fixed are required to schedule a message");
        }
        Instant now = world.clock().instant();
        Instant time = ClientTime.any(exchange.form("SendAt"));
        if (time.isBefore(now.plus(MIN_DELAY)) || time.isAfter(now.plus(MAX_DELAY))) {
            throw ApiError.badRequest(
                    35114,
                    "SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive."
                            + " The time on FakeTwilio's clock is " + now);
        }
        return Optional.of(time);
    }

    private void update(Resource message, Exchange exchange) {
        if (exchange.form("Status").equals("canceled")) {
            messaging.cancel(message);
        }
        if (exchange.has("Body")) {
            if (!exchange.form("Body").isEmpty()) {
                throw ApiError.badRequest(20001, "The Body of a message can't be changed, only cleared");
            }
            message.set("body", "");
        }
    }

    private static void checkDeletion(Resource message) {
        if (IN_PROGRESS.contains(message.text("status"))) {
            throw new ApiError(409, 20009, "Cannot delete this resource before it is complete");
        }
    }

    private WebhookResponse feedback(Exchange exchange) {
        String now = Dates.RFC_2822.write(world.clock().instant());
        ObjectNode feedback = Json.object();
        feedback.put("account_sid", exchange.account());
        feedback.put("date_created", now);
        feedback.put("date_updated", now);
        feedback.put("message_sid", exchange.name("message_sid"));
        feedback.put("outcome", exchange.has("Outcome") ? exchange.form("Outcome") : "confirmed");
        feedback.put(
                "uri",
                "/2010-04-01/Accounts/%s/Messages/%s/Feedback.json"
                        .formatted(exchange.account(), exchange.name("message_sid")));
        return Json.answer(200, feedback);
    }

    /** The media content: a stored copy for media from people, a redirect for media from the application. */
    private WebhookResponse content(WebhookRequest request) {
        Resource media = world.owned()
                .media()
                .find(request.pathVariable("sid"))
                .orElseThrow(() -> ApiError.notFound(request.path()));
        Optional<byte[]> stored = world.content(media.sid());
        if (stored.isPresent()) {
            return WebhookResponse.bytes(media.text("content_type"), stored.get());
        }
        return WebhookResponse.noContent().withStatus(307).withHeader("Location", media.text("_source"));
    }
}
