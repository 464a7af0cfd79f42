package dev.parlance.fake.twilio.content;

/**
 * A button below a message.
 *
 * @param title the button's text
 * @param id what the webhook reports for a quick reply, as {@code ButtonPayload}; otherwise empty
 * @param action what a tap does
 * @param target the URL, phone number or code; empty for a quick reply
 */
public record Button(String title, String id, Action action, String target) {
    /** What a tap on a button does. */
    public enum Action {
        /** Sends the title as a reply. */
        QUICK_REPLY,
        /** Opens a page. */
        URL,
        /** Dials a number. */
        PHONE_NUMBER,
        /** Copies a code. */
        COPY_CODE,
        /** Calls the business in the messenger. */
        VOICE_CALL,
        /** Asks for the permission to call this person. */
        VOICE_CALL_REQUEST,
        /** Opens a form in the messenger. */
        FLOW
    }

    /** A button that replies with its title. */
    public static Button reply(String title, String id) {
        return new Button(title, id, Action.QUICK_REPLY, "");
    }

    /** Whether a tap sends a message to the business. */
    public boolean isReply() {
        return action == Action.QUICK_REPLY || action == Action.VOICE_CALL_REQUEST;
    }

    @Override
    public String toString() {
        return "[" + title + "]";
    }
}
