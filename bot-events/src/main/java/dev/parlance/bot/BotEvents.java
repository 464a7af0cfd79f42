package dev.parlance.bot;

import dev.parlance.outbound.Conversations;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.Signed;
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
 * The webhook of a bot: takes what happens in a workspace, and has it handled after it was answered. Begin here.
 *
 * <pre>{@code
 * BotEvents bot = BotEvents.verifiedBy(SlackSignature.withSecret(signingSecret), client)
 *         .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
 *         .onDirectMessage((message, reply) -> reply.say("Hello"))
 *         .onCommand("/ask", command -> Answer.text("One moment …").later(reply -> reply.say(slowly(command.text()))))
 *         .build();
 * WebhookServer.start(8301, Router.create().post("/twilio/events", bot));
 * }</pre>
 *
 * <p>Events, commands and interactions arrive at the same URL. What is signed wrongly is refused before it is read; the
 * sender's check of the URL is answered at once; an event that came before is not handled again. Handlers run in a bounded
 * number of threads; when too much is waiting, the answer is 503, and the sender tries again. What bots wrote, this one
 * among them, is handed to nobody. Safe for use by several threads.
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
        BiConsumer<BotEvent, Throwable> failed = (event, failure) -> tell(options.failed, event, failure);
        source = options.source.apply(handlers);
        memory = options.memory;
        workers = options.executor == null
                ? Workers.of(options.threads, options.waiting, options.patience, failed)
                : Workers.in(options.executor, failed);
        scopes = Scopes.neededBy(handlers);
        verified = options.signed.handler(this::receive);
    }

    private static void tell(BiConsumer<BotEvent, Throwable> listener, BotEvent event, Throwable failure) {
        LOG.log(Level.ERROR, () -> event + " was not handled", failure);
        try {
            listener.accept(event, failure);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A listener failed to hear of a failure", e);
        }
    }

    /**
     * A bot in a workspace with Slack's Events API.
     *
     * @param signature by the app's Signing Secret
     * @param client what answers are given by
     */
    public static BotEventsBuilder verifiedBy(WebhookSignature signature, BotClient client) {
        return new BotEventsBuilder(Signed.by(signature), handlers -> new SlackSource(client, handlers));
    }

    /**
     * A bot in conversations at Twilio: {@code @name} in a message is a mention, every other message a direct one.
     *
     * <pre>{@code
     * BotEvents.inConversations(Signed.by(signature).publicUrl(url), account.conversations(), "assistant")
     * }</pre>
     *
     * @param signed how webhooks are checked: by Twilio's signature, for the public URL
     * @param conversations what answers are given by
     * @param name what the bot is called, and writes as
     */
    public static BotEventsBuilder inConversations(Signed signed, Conversations conversations, String name) {
        return new BotEventsBuilder(signed, handlers -> new ConversationSource(conversations, name, handlers));
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
        Arrival arrival = source.read(request);
        return arrival.job().isEmpty() ? arrival.response() : take(arrival.job().get(), arrival.response());
    }

    private WebhookResponse take(Job job, WebhookResponse taken) {
        String delivery = job.id().isEmpty() ? "" : DeliveryMemory.key(job.id());
        if (!delivery.isEmpty() && memory.remember(delivery, delivery).isPresent()) {
            return taken;
        }
        if (workers.take(job)) {
            return taken;
        }
        if (!delivery.isEmpty()) {
            memory.forget(delivery);
        }
        LOG.log(Level.WARNING, () -> job.event() + " was not taken: too much is waiting, or the bot is closing");
        return WebhookResponse.text("Too much is waiting.").withStatus(503).withHeader("Retry-After", "1");
    }

    /** The scopes that the app needs for what is handled here, for {@link BotCheck} and the app's manifest. */
    public Set<String> scopes() {
        return scopes;
    }

    /**
     * Takes nothing more, and ends what was taken. What is not done in time is interrupted and told to whoever hears of
     * failures.
     */
    @Override
    public void close() {
        workers.close();
    }
}
