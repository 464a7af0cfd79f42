package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The TwiML response to an incoming message: the messages to send back.
 *
 * <pre>{@code
 * MessageTwiml.reply("echo: hi");
 * MessageTwiml.in(prompts.in("fr")).prompt("thanks", "name", "Ana");
 * MessageTwiml.create().message(m -> m.body("Your ticket").media("https://example.com/ticket.png"));
 * }</pre>
 */
public final class MessageTwiml extends Element<MessageTwiml> implements Twiml {
    private MessageTwiml(@Nullable Language language) {
        super(language);
    }

    /** An empty document without a language. */
    public static MessageTwiml create() {
        return new MessageTwiml(null);
    }

    /**
     * An empty document whose prompts are sent in this language. Always creates a new document; to change the language of a
     * document, use {@link #switchTo}.
     */
    public static MessageTwiml in(Language language) {
        return new MessageTwiml(language);
    }

    /** A document with one message, sent back to the sender. */
    public static MessageTwiml reply(String text) {
        return create().message(text);
    }

    /** Confirms the incoming message, and sends nothing back. */
    public static MessageTwiml noReply() {
        return create();
    }

    /** Switches the following prompts to another language. */
    public MessageTwiml switchTo(Language language) {
        checkOpen();
        this.language = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Sends a prompt in the current language.
     *
     * @param namesAndValues the placeholders' names and values in turn
     * @throws TwimlException if there is no current language
     */
    public MessageTwiml prompt(String key, Object... namesAndValues) {
        return message(promptText(key, namesAndValues));
    }

    /** Sends literal text. */
    public MessageTwiml message(String text) {
        return child("Message", text);
    }

    /** Sends a message with media, with another recipient, or with a status callback. */
    public MessageTwiml message(Consumer<? super Message> content) {
        return child(new Message(this), content);
    }

    /** Continues with the document that this URL returns to a POST. */
    public MessageTwiml redirect(String url) {
        return child("Redirect", url);
    }

    /** Continues with the document that this URL returns. */
    public MessageTwiml redirect(HttpMethod method, String url) {
        return child("Redirect", "method", method.name(), url);
    }

    @Override
    public byte[] toBytes() {
        return render();
    }
}
