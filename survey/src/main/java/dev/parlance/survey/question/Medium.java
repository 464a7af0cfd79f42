package dev.parlance.survey.question;

/**
 * How a person is talked to, as far as questions and the machine need to know.
 *
 * @param channel the channel's name, which is kept with the session: {@code text}
 * @param abilities what it can do
 */
public record Medium(String channel, Abilities abilities) {
    /** Text messages to a phone. */
    public static final Medium TEXT = new Medium("text", Abilities.written().withMedia());
    /** A phone call. */
    public static final Medium VOICE = new Medium("voice", Abilities.spoken());

    /** Whether what is said is heard and not read, and has to be answered at once. */
    public boolean isSpoken() {
        return abilities.isSpoken();
    }
}
