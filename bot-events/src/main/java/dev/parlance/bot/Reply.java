package dev.parlance.bot;

import dev.parlance.prompt.Language;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a message is answered: where it was written, in the language of whoever wrote it.
 *
 * <pre>{@code
 * .onMention((mention, reply) -> reply.inThread("You asked: " + mention.text()))
 * .onDirectMessage((message, reply) -> reply.prompt("welcome", "question", message.text()))
 * }</pre>
 *
 * <p>Every method throws a {@link BotException}, or an {@link dev.parlance.outbound.OutboundException} in a conversation, if
 * the answer was refused or if it is not known whether it was accepted. Safe for use by several threads.
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

    /** Says this: in the message's thread if it was written in one, else in its channel. */
    public PostedMessage say(String text) {
        return say(Part.words(text));
    }

    /** Says this: in the message's thread if it was written in one, else in its channel. */
    public PostedMessage say(Part... parts) {
        return place.post(List.of(parts), false);
    }

    /** Says this in the message's thread, which begins with it if there is none; in a conversation, as {@link #say}. */
    public PostedMessage inThread(String text) {
        return inThread(Part.words(text));
    }

    /** Says this in the message's thread, which begins with it if there is none; in a conversation, as {@link #say}. */
    public PostedMessage inThread(Part... parts) {
        return place.post(List.of(parts), true);
    }

    /**
     * Says a prompt in the language of whoever wrote, as {@link #say}.
     *
     * @param namesAndValues what fills its placeholders
     */
    public PostedMessage prompt(String key, Object... namesAndValues) {
        return say(language().text(key, namesAndValues));
    }

    /**
     * The language of whoever wrote, or the default where it is not known. The first question of a person's costs a request.
     *
     * @throws BotException if the bot was given no prompts
     */
    public Language language() {
        return language.get();
    }

    /**
     * Begins an answer that comes piece by piece: says this text, as {@link #say}, and has what is appended take its place.
     *
     * <pre>{@code
     * try (GrowingMessage answer = reply.growing("One moment …")) {
     *     service.ask(question, answer::append);
     * }
     * }</pre>
     */
    public GrowingMessage growing(String waiting) {
        return new GrowingMessage(place, say(waiting), pace, System::nanoTime);
    }
}
