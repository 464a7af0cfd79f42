package dev.parlance.bot;

import dev.parlance.outbound.Conversations;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.WebhookSignature;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of a bot: receives events of a workspace, acknowledges them and then runs your handlers. Start here.
 *
 * <pre>{@code
 * BotClient client = BotClient.of(Secret.of("xoxb-…"));
 * BotEvents bot = BotEvents.builder(client, signature)
 *         .onMention((mention, reply) -> reply.postInThread("You asked: " + mention.text()))
 *         .onDirectMessage((message, reply) -> reply.post("Hello"))
 *         .onCommand("/ask", command -> ImmediateReply.post("One moment …").withFollowUp(reply -> reply.post("42")))
 *         .build();
 * WebhookServer.start(8301, Router.create().post("/twilio/events", bot));
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

    BotEvents(Builder options) {
        Handlers handlers = options.handlers();
        BiConsumer<BotEvent, Throwable> failed = (event, failure) -> reportFailure(options.failed, event, failure);
        source = options.source.apply(handlers);
        memory = options.memory;
        workers = options.executor == null
                ? Workers.of(options.threads, options.waiting, options.closeTimeout, failed)
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
     * @param client sends the bot's messages
     * @param signature verifies requests with the app's Signing Secret
     */
    public static Builder builder(BotClient client, WebhookSignature signature) {
        return new Builder(SignedWebhooks.verifiedBy(signature), handlers -> new SlackSource(client, handlers));
    }

    /**
     * Starts building a bot for Twilio Conversations. A message with {@code @name} is a mention; every other message counts as
     * direct.
     *
     * <pre>{@code
     * SignedWebhooks signed = SignedWebhooks.verifiedBy(signature);
     * BotEvents bot = BotEvents.builder(account.conversations(), "assistant", signed).build();
     * }</pre>
     *
     * @param conversations sends the bot's messages
     * @param name the bot's name, which is also the author of its messages
     * @param signedWebhooks verifies webhooks by Twilio's signature for the public URL
     */
    public static Builder builder(Conversations conversations, String name, SignedWebhooks signedWebhooks) {
        return new Builder(signedWebhooks, handlers -> new ConversationSource(conversations, name, handlers));
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
     * {@linkplain Builder#closeTimeout time limit} and reports them as failures.
     */
    @Override
    public void close() {
        workers.close();
    }

    /** Builds a bot: its handlers and limits. Not thread-safe. */
    public static final class Builder {
        private final SignedWebhooks signed;
        private final Function<Handlers, Source> source;
        private DeliveryMemory memory = DeliveryMemory.inMemory(Duration.ofMinutes(30), 100_000);
        private int threads = 8;
        private int waiting = 1_000;
        private Duration closeTimeout = Duration.ofSeconds(30);
        private BiConsumer<BotEvent, Throwable> failed = (event, failure) -> {};

        @Nullable
        private Executor executor;

        private final Map<String, List<EventHandler>> byType = new HashMap<>();
        private final List<EventHandler> any = new ArrayList<>();
        private final Map<String, CommandHandler> commands = new HashMap<>();
        private final Map<String, InteractionHandler> interactions = new HashMap<>();
        private Optional<MessageHandler> mention = Optional.empty();
        private Optional<MessageHandler> direct = Optional.empty();
        private Optional<Prompts> prompts = Optional.empty();
        private Function<BotMessage, Optional<String>> languageOf = message -> Optional.empty();
        private Duration updateInterval = Duration.ofMillis(1_200);

        private Builder(SignedWebhooks signedWebhooks, Function<Handlers, Source> source) {
            this.signed = signedWebhooks;
            this.source = source;
        }

        /** Sets the handler for messages that mention the bot in a channel. */
        public Builder onMention(MessageHandler handler) {
            this.mention = Optional.of(handler);
            return this;
        }

        /** Sets the handler for direct messages to the bot. */
        public Builder onDirectMessage(MessageHandler handler) {
            this.direct = Optional.of(handler);
            return this;
        }

        /** Adds a handler for one event type, such as {@code app_uninstalled} or {@code onParticipantAdded}. */
        public Builder on(String type, EventHandler handler) {
            byType.computeIfAbsent(type, key -> new ArrayList<>()).add(handler);
            return this;
        }

        /** Adds a handler for every event, in addition to the other handlers. */
        public Builder onAny(EventHandler handler) {
            any.add(handler);
            return this;
        }

        /**
         * Sets the handler of a slash command.
         *
         * @param name the command with its slash, {@code /ask}
         */
        public Builder onCommand(String name, CommandHandler handler) {
            if (!name.startsWith("/")) {
                throw BotException.notSetUp("A command must start with a slash: /" + name);
            }
            commands.put(name, handler);
            return this;
        }

        /**
         * Sets the handler of a button, menu, form or shortcut.
         *
         * @param id the {@code action_id} of the action, or the {@code callback_id} of the form or shortcut
         */
        public Builder onInteraction(String id, InteractionHandler handler) {
            interactions.put(id, handler);
            return this;
        }

        /** Sets the bot's prompts by language. */
        public Builder prompts(Prompts newPrompts) {
            this.prompts = Optional.of(newPrompts);
            return this;
        }

        /**
         * Sets how to find the language of a message's author. If this returns empty, Slack uses the language in the user's profile,
         * which requires the scope {@code users:read}; a conversation uses the attribute {@code language} of the message or its
         * author.
         */
        public Builder language(Function<BotMessage, Optional<String>> tagOf) {
            this.languageOf = tagOf;
            return this;
        }

        /**
         * Sets the memory that recognizes repeated events. Use a shared one if the bot runs on several machines. Default: in memory,
         * the last 100,000 events of the last half hour.
         */
        public Builder memory(DeliveryMemory newMemory) {
            this.memory = newMemory;
            return this;
        }

        /**
         * Sets how many events are handled and queued. Default: 8 threads and 1,000 waiting.
         *
         * @param newThreads how many events are handled at the same time
         * @param newWaiting how many more can wait; further events are refused with 503, so that the sender retries
         */
        public Builder concurrency(int newThreads, int newWaiting) {
            if (newThreads < 1 || newWaiting < 1) {
                throw BotException.notSetUp("A bot needs at least one thread and room for one waiting event");
            }
            this.threads = newThreads;
            this.waiting = newWaiting;
            return this;
        }

        /**
         * Runs handlers in the application's executor, which the application limits and shuts down. Events that it rejects are
         * refused with 503. In a test, {@code Runnable::run} handles each event before the response.
         */
        public Builder executor(Executor newExecutor) {
            this.executor = newExecutor;
            return this;
        }

        /** Sets how long {@link BotEvents#close} waits for accepted events. Default: 30 seconds. */
        public Builder closeTimeout(Duration time) {
            this.closeTimeout = time;
            return this;
        }

        /** Sets the minimum interval between updates of a growing message. Default: 1.2 seconds, which is Slack's limit. */
        public Builder updateInterval(Duration time) {
            this.updateInterval = time;
            return this;
        }

        /** Sets a listener for failed events, in addition to the log. */
        public Builder onFailure(BiConsumer<BotEvent, Throwable> listener) {
            this.failed = listener;
            return this;
        }

        Handlers handlers() {
            Map<String, List<EventHandler>> types = new HashMap<>();
            byType.forEach((type, all) -> types.put(type, List.copyOf(all)));
            return new Handlers(
                    mention,
                    direct,
                    Map.copyOf(types),
                    List.copyOf(any),
                    Map.copyOf(commands),
                    Map.copyOf(interactions),
                    prompts,
                    languageOf,
                    updateInterval);
        }

        /** Builds the bot. */
        public BotEvents build() {
            return new BotEvents(this);
        }
    }
}
