package dev.parlance.twiml;

/** A message to send, with text, media or both. Set attributes first. */
public final class Message extends Element<Message> {
    Message(Element<?> parent) {
        super("Message", parent);
    }

    /** The recipient. Default: the sender of the incoming message. */
    public Message to(String address) {
        return put("to", address);
    }

    /** The number to send from. Default: the number that received the incoming message. */
    public Message from(String address) {
        return put("from", address);
    }

    /** The URL that returns the TwiML to carry out after the message is sent. */
    public Message action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Message method(HttpMethod method) {
        return put("method", method);
    }

    /** The URL that receives the message's status. */
    public Message statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** The text. */
    public Message body(String text) {
        return child("Body", text);
    }

    /**
     * The text, from a prompt in the current language.
     *
     * @param namesAndValues the placeholders' names and values in turn
     */
    public Message prompt(String key, Object... namesAndValues) {
        return body(promptText(key, namesAndValues));
    }

    /** The URL of a picture or another file. Twilio accepts up to ten per message. */
    public Message media(String url) {
        return child("Media", url);
    }
}
