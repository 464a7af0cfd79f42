package dev.parlance.bot;

import dev.parlance.prompt.Prompts;
import dev.parlance.security.DeliveryMemory;
import dev.parlance.security.Signed;
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

/** What a bot does with what it is told, and how much at a time. For one thread. */
public final class BotEventsBuilder {
    final Signed signed;
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

    BotEventsBuilder(Signed signed, Function<Handlers, Source> source) {
        this.signed = signed;
        this.source = source;
    }

    /** Answers whoever mentions the bot in a channel. */
    public BotEventsBuilder onMention(MessageHandler handler) {
        this.mention = Optional.of(handler);
        return this;
    }

    /** Answers whoever writes to the bot alone. */
    public BotEventsBuilder onDirectMessage(MessageHandler handler) {
        this.direct = Optional.of(handler);
        return this;
    }

    /** Hears of events of one type, such as {@code app_uninstalled} or {@code onParticipantAdded}. */
    public BotEventsBuilder on(String type, EventHandler handler) {
        byType.computeIfAbsent(type, key -> new ArrayList<>()).add(handler);
        return this;
    }

    /** Hears of every event, besides whoever else handles it. */
    public BotEventsBuilder onAny(EventHandler handler) {
        any.add(handler);
        return this;
    }

    /**
     * Answers a slash command.
     *
     * @param name the command with its slash, {@code /ask}
     */
    public BotEventsBuilder onCommand(String name, CommandHandler handler) {
        if (!name.startsWith("/")) {
            throw BotException.notSetUp("A command begins with a slash: /" + name);
        }
        commands.put(name, handler);
        return this;
    }

    /**
     * Answers a button, a menu, a form or a shortcut.
     *
     * @param id the action's {@code action_id}, or the {@code callback_id} of a form or a shortcut
     */
    public BotEventsBuilder onInteraction(String id, InteractionHandler handler) {
        interactions.put(id, handler);
        return this;
    }

    /** What the bot says, by language. */
    public BotEventsBuilder prompts(Prompts newPrompts) {
        this.prompts = Optional.of(newPrompts);
        return this;
    }

    /**
     * How the language of whoever wrote is known, where the application knows it. Where this has no answer, it is the one
     * that the person has set in the workspace, which needs the scope {@code users:read}; in a conversation, the attribute
     * {@code language} of the message or of whoever wrote it.
     */
    public BotEventsBuilder language(Function<BotMessage, Optional<String>> tagOf) {
        this.languageOf = tagOf;
        return this;
    }

    /**
     * Where events are remembered that came before: one that several machines share, where several serve one bot. The last
     * 100,000 events of half an hour, in memory, if it is not told.
     */
    public BotEventsBuilder memory(DeliveryMemory newMemory) {
        this.memory = newMemory;
        return this;
    }

    /**
     * How much is done and kept at a time; 8 threads and 1,000 waiting if it is not told.
     *
     * @param newThreads how many events are handled at once
     * @param newWaiting how many more may wait; beyond that the sender is told to try again
     */
    public BotEventsBuilder atOnce(int newThreads, int newWaiting) {
        if (newThreads < 1 || newWaiting < 1) {
            throw BotException.notSetUp("A bot has at least one thread, and room for one that waits");
        }
        this.threads = newThreads;
        this.waiting = newWaiting;
        return this;
    }

    /**
     * Handles events in threads of the application's, which bounds and ends them itself: what it rejects is answered 503. In a
     * test, {@code Runnable::run} has each event handled before it is answered.
     */
    public BotEventsBuilder handledIn(Executor newExecutor) {
        this.executor = newExecutor;
        return this;
    }

    /** How long what was taken may take when the bot is closed; 30 seconds if it is not told. */
    public BotEventsBuilder patience(Duration time) {
        this.patience = time;
        return this;
    }

    /** How often a growing message is updated at most: every 1.2 seconds if it is not told, which is what Slack allows. */
    public BotEventsBuilder pace(Duration time) {
        this.pace = time;
        return this;
    }

    /** Hears of every event that a handler failed at, which is logged too. */
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

    /** The bot, ready to be told. */
    public BotEvents build() {
        return new BotEvents(this);
    }
}
