package dev.parlance.bot;

import dev.parlance.outbound.Conversations;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.WebhookSignature;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The webhook of a bot: receives events of a workspace, acknowledges them and then runs your handlers. Start here.
 *
 * <pre>{@code
 * BotClient client = BotClient.of(token);
 * BotEvents bot = BotEvents.verifiedBy(SlackSignature.of(signingSecret), client)
 *         .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
 *         .onDirectMessage((message, reply) -> reply.post("Hello"))
 *         .onCommand("/ask", command -> ImmediateReply.text("One moment …").later(reply -> reply.post("42")))
 *         .build();
 * WebhookServer.start(8301, Router.create().post("/slack/events", bot));
 * }</pre>
 *
 * <p>Events, commands and interactions all use the same URL. Requests with an invalid signature are refused before their body
 * is read. URL verification requests are answered at once. Repeated events are handled only once. Handlers run in a limited
 * number of threads; if too many events are waiting, the response is 503 and the sender retries. Messages from bots,
 * including this one, are ignored. Thread-safe.
 */
public final class BotEvents implements WebhookHandler, AutoCloseable {
    private static final Logger LOG = System.getLogger(BotEvents.class.getName());

    private final WebhookHandler verified;
    private final Source source;
    private final DeliveryMemory memory;
    private final Workers workers;
    private final Set<String> scopes;

    BotEvents(BotEventsBuilder options) {
        Handlers handlers = options.handlers();
        BiConsumer<BotEvent, Throwable> failed = (event, failure) -> reportFailure(options.failed, event, failure);
        source = options.source.apply(handlers);
        memory = options.memory;
        workers = options.executor == null
                ? Workers.of(options.threads, options.waiting, options.patience, failed)
                : Workers.in(options.executor, failed);
        scopes = Scopes.neededBy(handlers);
        verified = options.signed.handler(this::receive);
    }

    private static void reportFailure(BiConsumer<BotEvent, Throwable> listener, BotEvent event, Throwable failure) {
        LOG.log(Level.ERROR, () -> "Failed to handle " + event, failure);
        try {
            listener.accept(event, failure);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The onFailure listener failed", e);
        }
    }

    /**
     * Starts building a bot for Slack's Events API.
     *
     * @param signature verifies requests with the app's Signing Secret
     * @param client sends the bot's messages
     */
    public static BotEventsBuilder verifiedBy(WebhookSignature signature, BotClient client) {
        return new BotEventsBuilder(
                SignedWebhooks.verifiedBy(signature), handlers -> new SlackSource(client, handlers));
    }

    /**
     * Starts building a bot for Twilio Conversations. A message with {@code @name} is a mention; every other message counts as
     * direct.
     *
     * <pre>{@code
     * BotEvents bot = BotEvents.inConversations(signed, account.conversations(), "assistant")
     *         .onMention((mention, reply) -> reply.post("You asked: " + mention.text()))
     *         .build();
     * }</pre>
     *
     * @param signedWebhooks verifies webhooks by Twilio's signature for the public URL
     * @param conversations sends the bot's messages
     * @param name the bot's name, which is also the author of its messages
     */
    public static BotEventsBuilder inConversations(
            SignedWebhooks signedWebhooks, Conversations conversations, String name) {
        return new BotEventsBuilder(signedWebhooks, handlers -> new ConversationSource(conversations, name, handlers));
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return verified.handle(request);
    }

    @Override
    public Optional<WebhookResponse> refusal(WebhookRequest head) {
        return verified.refusal(head);
    }

    private WebhookResponse receive(WebhookRequest request) {
        WebhookResult result = source.read(request);
        return result.job().isEmpty() ? result.response() : accept(result.job().get(), result.response());
    }

    private WebhookResponse accept(Job job, WebhookResponse accepted) {
        String delivery = job.id().isEmpty() ? "" : DeliveryMemory.key(job.id());
        if (!delivery.isEmpty() && memory.remember(delivery, delivery).isPresent()) {
            return accepted;
        }
        if (workers.accept(job)) {
            return accepted;
        }
        if (!delivery.isEmpty()) {
            memory.forget(delivery);
        }
        LOG.log(Level.WARNING, () -> "Refused " + job.event() + ": too many events are waiting, or the bot is closing");
        return WebhookResponse.text("Too many events are waiting. Try again.")
                .withStatus(503)
                .withHeader("Retry-After", "1");
    }

    /** The scopes that the app needs for these handlers. Use them for {@link BotCheck} and the app's manifest. */
    public Set<String> scopes() {
        return scopes;
    }

    /**
     * Refuses new events and finishes accepted ones. Interrupts those that exceed the
     * {@linkplain BotEventsBuilder#patience time limit} and reports them as failures.
     */
    @Override
    public void close() {
        workers.close();
    }
}
