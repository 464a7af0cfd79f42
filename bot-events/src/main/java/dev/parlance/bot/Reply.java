package dev.parlance.bot;

import dev.parlance.prompt.Language;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers a message in the same place and in its author's language.
 *
 * <pre>{@code
 * BotEvents.verifiedBy(signature, client)
 *         .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
 *         .onDirectMessage((message, reply) -> reply.prompt("welcome", "question", message.text()));
 * }</pre>
 *
 * <p>Every method throws a {@link BotException}, or an {@link dev.parlance.outbound.OutboundException} in a conversation, if
 * the answer is refused or its outcome is unknown. Thread-safe.
 */
public final class Reply {
    private final Place place;
    private final Supplier<Language> language;
    private final Duration pace;

    Reply(Place place, Supplier<Language> language, Duration pace) {
        this.place = place;
        this.language = language;
        this.pace = pace;
    }

    /** Posts a text in the message's thread, or in its channel if it has none. */
    public PostedMessage post(String text) {
        return post(MessagePart.text(text));
    }

    /** Posts a text in the message's thread, or in its channel if it has none. */
    public PostedMessage post(MessagePart... parts) {
        return place.post(List.of(parts), false);
    }

    /** Posts a text in the message's thread, starting the thread if needed. In a conversation, the same as {@link #post}. */
    public PostedMessage inThread(String text) {
        return inThread(MessagePart.text(text));
    }

    /** Posts a text in the message's thread, starting the thread if needed. In a conversation, the same as {@link #post}. */
    public PostedMessage inThread(MessagePart... parts) {
        return place.post(List.of(parts), true);
    }

    /**
     * Posts a prompt in the author's language, like {@link #post}.
     *
     * @param namesAndValues the names and values of its placeholders
     */
    public PostedMessage prompt(String key, Object... namesAndValues) {
        return post(language().text(key, namesAndValues));
    }

    /**
     * The language of the author, or the default if unknown. The first call per user makes a request.
     *
     * @throws BotException if the bot has no prompts
     */
    public Language language() {
        return language.get();
    }

    /**
     * Starts an answer that arrives piece by piece: posts a waiting text, like {@link #post}, which the appended pieces replace.
     *
     * <pre>{@code
     * try (GrowingMessage answer = reply.growing("One moment …")) {
     *     answer.append("Forty-");
     *     answer.append("two");
     * }
     * }</pre>
     */
    public GrowingMessage growing(String waiting) {
        return new GrowingMessage(place, post(waiting), pace, System::nanoTime);
    }
}
