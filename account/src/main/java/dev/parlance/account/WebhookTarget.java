package dev.parlance.account;

import dev.parlance.Address;
import java.util.regex.Pattern;

/**
 * What has webhooks: a phone number, a messaging service or a TwiML application.
 *
 * <pre>{@code
 * WebhookTarget number = WebhookTarget.of("+15005550100");
 * WebhookTarget service = WebhookTarget.of("MG00000000000000000000000000000000");
 * }</pre>
 *
 * @param kind what it is
 * @param id the number with its country code, or the SID
 */
public record WebhookTarget(Kind kind, String id) {
    private static final Pattern NUMBER = Pattern.compile("\\+\\d{5,15}");

    /** The kinds of targets. */
    public enum Kind {
        /** A phone number of the account, by its digits. */
        NUMBER(""),
        /** A phone number of the account, by its SID. */
        NUMBER_SID("PN"),
        /** A messaging service, by its SID. */
        MESSAGING_SERVICE("MG"),
        /** A TwiML application, by its SID. */
        APPLICATION("AP");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Checks the format. */
    public WebhookTarget {
        if (kind != Kind.NUMBER) {
            Sid.check(id, kind.prefix);
        } else if (!NUMBER.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A webhook's target must be a phone number with + and country code, or a SID that starts with PN, MG or AP");
        }
    }

    /** A phone number of the account. */
    public static WebhookTarget of(Address number) {
        return new WebhookTarget(Kind.NUMBER, number.value());
    }

    /**
     * Parses a phone number with its country code, or the SID of a number ({@code PN…}), a messaging service ({@code MG…}) or a
     * TwiML application ({@code AP…}).
     *
     * @throws IllegalArgumentException if the text has another format
     */
    public static WebhookTarget of(String numberOrSid) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NUMBER && numberOrSid.startsWith(kind.prefix)) {
                return new WebhookTarget(kind, numberOrSid);
            }
        }
        return new WebhookTarget(Kind.NUMBER, numberOrSid);
    }

    /** The number or the SID. */
    @Override
    public String toString() {
        return id;
    }
}
