package dev.parlance.bot;

import dev.parlance.prompt.Prompts;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.SignedWebhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Configures a bot: its handlers and limits. Not thread-safe. */
public final class BotEventsBuilder {
    final SignedWebhooks signed;
    final Function<Handlers, Source> source;
    DeliveryMemory memory = DeliveryMemory.inMemory(Duration.ofMinutes(30), 100_000);
    int threads = 8;
    int waiting = 1_000;
    Duration patience = Duration.ofSeconds(30);
    BiConsumer<BotEvent, Throwable> failed = (event, failure) -> {};

    @Nullable
    Executor executor;

    private final Map<String, List<EventHandler>> byType = new HashMap<>();
    private final List<EventHandler> any = new ArrayList<>();
    private final Map<String, CommandHandler> commands = new HashMap<>();
    private final Map<String, InteractionHandler> interactions = new HashMap<>();
    private Optional<MessageHandler> mention = Optional.empty();
    private Optional<MessageHandler> direct = Optional.empty();
    private Optional<Prompts> prompts = Optional.empty();
    private Function<BotMessage, Optional<String>> languageOf = message -> Optional.empty();
    private Duration pace = Duration.ofMillis(1_200);

    BotEventsBuilder(SignedWebhooks signedWebhooks, Function<Handlers, Source> source) {
        this.signed = signedWebhooks;
        this.source = source;
    }

    /** Sets the handler for messages that mention the bot in a channel. */
    public BotEventsBuilder onMention(MessageHandler handler) {
        this.mention = Optional.of(handler);
        return this;
    }

    /** Sets the handler for direct messages to the bot. */
    public BotEventsBuilder onDirectMessage(MessageHandler handler) {
        this.direct = Optional.of(handler);
        return this;
    }

    /** Adds a handler for one event type, such as {@code app_uninstalled} or {@code onParticipantAdded}. */
    public BotEventsBuilder on(String type, EventHandler handler) {
        byType.computeIfAbsent(type, key -> new ArrayList<>()).add(handler);
        return this;
    }

    /** Adds a handler for every event, in addition to the other handlers. */
    public BotEventsBuilder onAny(EventHandler handler) {
        any.add(handler);
        return this;
    }

    /**
     * Sets the handler of a slash command.
     *
     * @param name the command with its slash, {@code /ask}
     */
    public BotEventsBuilder onCommand(String name, CommandHandler handler) {
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
    public BotEventsBuilder onInteraction(String id, InteractionHandler handler) {
        interactions.put(id, handler);
        return this;
    }

    /** Sets the bot's prompts by language. */
    public BotEventsBuilder prompts(Prompts newPrompts) {
        this.prompts = Optional.of(newPrompts);
        return this;
    }

    /**
     * Sets how to find the language of a message's author. If this returns empty, Slack uses the language in the user's profile,
     * which requires the scope {@code users:read}; a conversation uses the attribute {@code language} of the message or its
     * author.
     */
    public BotEventsBuilder language(Function<BotMessage, Optional<String>> tagOf) {
        this.languageOf = tagOf;
        return this;
    }

    /**
     * Sets the memory that recognizes repeated events. Use a shared one if the bot runs on several machines. Default: in memory,
     * the last 100,000 events of the last half hour.
     */
    public BotEventsBuilder memory(DeliveryMemory newMemory) {
        this.memory = newMemory;
        return this;
    }

    /**
     * Sets how many events are handled and queued. Default: 8 threads and 1,000 waiting.
     *
     * @param newThreads how many events are handled at the same time
     * @param newWaiting how many more can wait; further events are refused with 503, so that the sender retries
     */
    public BotEventsBuilder concurrency(int newThreads, int newWaiting) {
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
    public BotEventsBuilder executor(Executor newExecutor) {
        this.executor = newExecutor;
        return this;
    }

    /** How long {@link BotEvents#close} waits for accepted events. Default: 30 seconds. */
    public BotEventsBuilder closeTimeout(Duration time) {
        this.patience = time;
        return this;
    }

    /** The minimum interval between updates of a growing message. Default: 1.2 seconds, which is Slack's limit. */
    public BotEventsBuilder updateInterval(Duration time) {
        this.pace = time;
        return this;
    }

    /** Sets a listener for failed events, in addition to the log. */
    public BotEventsBuilder onFailure(BiConsumer<BotEvent, Throwable> listener) {
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
                pace);
    }

    /** Builds the bot. */
    public BotEvents build() {
        return new BotEvents(this);
    }
}
