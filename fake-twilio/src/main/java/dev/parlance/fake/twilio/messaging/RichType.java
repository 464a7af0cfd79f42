package dev.parlance.fake.twilio.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of a content resource, the richest first. A channel sends the first one that it takes. */
enum RichType {
    AUTHENTICATION("whatsapp/authentication", Session.TEMPLATE, "whatsapp"),
    WHATSAPP_CARD("whatsapp/card", Session.TEMPLATE, "whatsapp"),
    WHATSAPP_FLOWS("whatsapp/flows", Session.EITHER, "whatsapp"),
    FLOWS("twilio/flows", Session.EITHER, "whatsapp"),
    CATALOG("twilio/catalog", Session.EITHER, "whatsapp"),
    CAROUSEL("twilio/carousel", Session.TEMPLATE, "whatsapp", "rcs"),
    CARD("twilio/card", Session.TEMPLATE, "whatsapp", "rcs"),
    LIST_PICKER("twilio/list-picker", Session.WITHIN, "whatsapp"),
    CALL_TO_ACTION("twilio/call-to-action", Session.TEMPLATE, "whatsapp", "rcs"),
    QUICK_REPLY("twilio/quick-reply", Session.EITHER, "whatsapp", "rcs"),
    LOCATION("twilio/location", Session.WITHIN, "whatsapp"),
    MEDIA("twilio/media", Session.EITHER, "whatsapp", "rcs", "phone"),
    TEXT("twilio/text", Session.EITHER, "whatsapp", "rcs", "phone");

    /** When WhatsApp takes a type. */
    enum Session {
        /** As a free message within the window, and as an approved template at any time. */
        EITHER,
        /** Only within the window. It can't be approved. */
        WITHIN,
        /** Only as an approved template. */
        TEMPLATE
    }

    private final String key;
    private final Session session;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set
    private final Set<String> channels;

    RichType(String key, Session session, String... channels) {
        this.key = key;
        this.session = session;
        this.channels = Set.of(channels);
    }

    String key() {
        return key;
    }

    /** Whether WhatsApp can approve it as a template. */
    boolean isApprovable() {
        return session != Session.WITHIN;
    }

    boolean needsApproval() {
        return session == Session.TEMPLATE;
    }

    /** The richest of these types that a channel takes. */
    static Optional<RichType> richest(List<String> keys, String channel) {
        return Arrays.stream(values())
                .filter(type -> keys.contains(type.key) && type.channels.contains(channel))
                .findFirst();
    }
}
