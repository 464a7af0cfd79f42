package dev.parlance.fake.twilio.world;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host names under which clients reach the fake. Another site can point its own host name to this machine (DNS rebinding)
 * but not one of these, so checking the {@code Host} header keeps its requests out.
 */
public final class OwnNames {
    private static final String PORT = "(?::\\d{1,5})?";
    private static final Pattern LOCAL = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])" + PORT);
    private static final Pattern TWILIO = Pattern.compile("[a-z0-9.-]+\\.(?:twilio\\.com|twil\\.io)" + PORT);
    /** Names that containers use for their host machine. */
    private static final Pattern CONTAINER =
            Pattern.compile("(?:host\\.docker|host\\.testcontainers|host\\.containers)\\.internal" + PORT);

    private OwnNames() {}

    /** Whether this is a name of this machine. */
    public static boolean isLocal(String host) {
        return LOCAL.matcher(host).matches();
    }

    /** Whether this is a name of this machine or of a Twilio host. */
    public static boolean isFakeHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return isLocal(lower)
                || TWILIO.matcher(lower).matches()
                || CONTAINER.matcher(lower).matches();
    }
}
