package dev.parlance;

import java.util.Locale;

/**
 * A person's address: a phone number, or an address on another channel, which Twilio writes with a prefix.
 *
 * <pre>{@code
 * Address ana = Address.of("whatsapp:+5215512345678");
 * ana.channel();   // "whatsapp"
 * ana.id();        // "+5215512345678"
 * ana.toString();  // "whatsapp:+521••••••5678", safe to log
 * ana.value();     // "whatsapp:+5215512345678", as Twilio wants it
 * }</pre>
 *
 * @param channel the channel in lower case; {@link #PHONE} for an address without a prefix
 * @param id the number, or another identifier on the channel
 */
public record Address(String channel, String id) {
    /** The channel of plain phone numbers and short codes. */
    public static final String PHONE = "phone";

    private static final int MAX_LENGTH = 256;

    /** Checks that neither part is blank or can break out of a header or a log line. */
    public Address {
        if (channel.isBlank() || channel.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "An address needs a channel name without a colon, for example \"whatsapp\"");
        }
        if (id.isBlank() || id.length() > MAX_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An address needs 1 to " + MAX_LENGTH
                    + " characters and no control characters; this one has " + id.length());
        }
    }

    /** Parses an address as Twilio writes it: {@code +15005550006}, {@code whatsapp:+15005550006}, {@code client:ana}. */
    public static Address of(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0) {
            return new Address(PHONE, value.strip());
        }
        String channel = value.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return new Address(channel, value.substring(colon + 1).strip());
    }

    /** Whether this is a plain phone number or short code, which can receive texts and calls. */
    public boolean isPhone() {
        return channel.equals(PHONE);
    }

    /** The address as Twilio writes it, unmasked. */
    public String value() {
        return isPhone() ? id : channel + ":" + id;
    }

    /** The address with its middle masked, so that logs and error messages don't reveal it. */
    @Override
    public String toString() {
        return isPhone() ? masked(id) : channel + ":" + masked(id);
    }

    private static String masked(String id) {
        int shownAtEnd = id.length() >= 8 ? 4 : id.length() / 4;
        int shownAtStart = id.length() >= 8 ? Math.min(4, id.length() - 8) : 0;
        int hidden = id.length() - shownAtStart - shownAtEnd;
        return id.substring(0, shownAtStart) + "•".repeat(hidden) + id.substring(id.length() - shownAtEnd);
    }
}
