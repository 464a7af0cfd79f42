package dev.parlance.twiml;

/** One message to send: its text, its media, or both. Attributes come first. */
public final class Message extends Element<Message> {
    Message(Element<?> parent) {
        super("Message", parent);
    }

    /** To whom; by default to whom Twilio had a message from. */
    public Message to(String address) {
        return put("to", address);
    }

    /** From which number; by default the one that had the message. */
    public Message from(String address) {
        return put("from", address);
    }

    /** The URL that answers what happens after the message is sent. */
    public Message action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public Message method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL that is told of the message's state. */
    public Message statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** The text. */
    public Message body(String text) {
        return child("Body", text);
    }

    /**
     * The text, from a prompt in the language in force.
     *
     * @param namesAndValues what fills the prompt's placeholders, each name followed by its value
     */
    public Message prompt(String key, Object... namesAndValues) {
        return body(prompted(key, namesAndValues));
    }

    /** A picture or other file, by its URL; Twilio takes up to ten. */
    public Message media(String url) {
        return child("Media", url);
    }
}
