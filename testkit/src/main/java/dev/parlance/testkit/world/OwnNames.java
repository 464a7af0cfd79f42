package dev.parlance.testkit.world;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names by which the fake is reached. A page of another site can have its own name lead to this machine, but not one of
 * these, so its requests are known by their {@code Host}.
 */
public final class OwnNames {
    private static final String PORT = "(?::\\d{1,5})?";
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])" + PORT);
    private static final Pattern TWILIO = Pattern.compile("[a-z0-9.-]+\\.(?:twilio\\.com|twil\\.io)" + PORT);
    /** How containers name the machine that they run on. */
    private static final Pattern CONTAINER =
            Pattern.compile("(?:host\\.docker|host\\.testcontainers|host\\.containers)\\.internal" + PORT);

    private OwnNames() {}

    /** Whether a {@code Host} is this machine itself. */
    public static boolean isLocal(String host) {
        return LOCAL.matcher(host).matches();
    }

    /** Whether a {@code Host} is this machine, or one of Twilio's that a client believes to speak with. */
    public static boolean isFakes(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return isLocal(lower)
                || TWILIO.matcher(lower).matches()
                || CONTAINER.matcher(lower).matches();
    }
}
