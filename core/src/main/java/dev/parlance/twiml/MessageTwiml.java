package dev.parlance.twiml;

import dev.parlance.prompt.Language;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an incoming message: the messages to send back.
 *
 * <pre>{@code
 * MessageTwiml.reply("echo: hi");
 * MessageTwiml.in(french).prompt("thanks", "name", "Ana");
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
     * An empty document in which prompts are sent in this language. Being static, this begins a new document always;
     * inside a document, {@link #switchTo} changes the language.
     */
    public static MessageTwiml in(Language language) {
        return new MessageTwiml(language);
    }

    /** One message, sent to whom Twilio had one from. */
    public static MessageTwiml reply(String text) {
        return create().message(text);
    }

    /** Says that the message was received, and sends nothing back. */
    public static MessageTwiml noReply() {
        return create();
    }

    /** Takes the prompts that follow from another language. */
    public MessageTwiml switchTo(Language language) {
        mustBeOpen();
        this.language = Objects.requireNonNull(language, "language");
        return this;
    }

    /**
     * Sends a prompt in the language in force.
     *
     * @param namesAndValues what fills the prompt's placeholders, each name followed by its value
     * @throws TwimlException if no language is in force
     */
    public MessageTwiml prompt(String key, Object... namesAndValues) {
        return message(prompted(key, namesAndValues));
    }

    /** Sends this very text. */
    public MessageTwiml message(String text) {
        return child("Message", text);
    }

    /** Sends a message with media, to somebody else, or with a status callback. */
    public MessageTwiml message(Consumer<? super Message> content) {
        return child(new Message(this), content);
    }

    /** Goes on with the document that a POST of this URL answers with. */
    public MessageTwiml redirect(String url) {
        return child("Redirect", url);
    }

    /** Goes on with the document that this URL answers with. */
    public MessageTwiml redirect(HttpMethod method, String url) {
        return child("Redirect", "method", method.name(), url);
    }

    @Override
    public byte[] toBytes() {
        return render();
    }
}
