package dev.parlance.survey.question;

/**
 * The medium of a conversation: a channel and what it can do.
 *
 * @param channel the channel's name, stored with the session, such as {@code text}
 * @param abilities what the channel can do
 */
public record Medium(String channel, Abilities abilities) {
    /** Text messages to a phone. */
    public static final Medium TEXT = new Medium("text", Abilities.written().withMedia());
    /** A phone call. */
    public static final Medium VOICE = new Medium("voice", Abilities.spoken());

    /** Whether prompts are heard instead of read and must be answered at once. */
    public boolean isSpoken() {
        return abilities.isSpoken();
    }
}
