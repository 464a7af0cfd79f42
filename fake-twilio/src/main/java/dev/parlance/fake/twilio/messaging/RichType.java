package dev.parlance.fake.twilio.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of a content resource, the richest first. A channel sends the first one that it takes. */
enum RichType {
    AUTHENTICATION("whatsapp/authentication", Session.TEMPLATE, Reach.WHATSAPP),
    WHATSAPP_CARD("whatsapp/card", Session.TEMPLATE, Reach.WHATSAPP),
    WHATSAPP_FLOWS("whatsapp/flows", Session.EITHER, Reach.WHATSAPP),
    FLOWS("twilio/flows", Session.EITHER, Reach.WHATSAPP),
    CATALOG("twilio/catalog", Session.EITHER, Reach.WHATSAPP),
    CAROUSEL("twilio/carousel", Session.TEMPLATE, Reach.MESSENGERS),
    CARD("twilio/card", Session.TEMPLATE, Reach.MESSENGERS),
    LIST_PICKER("twilio/list-picker", Session.WITHIN, Reach.WHATSAPP),
    CALL_TO_ACTION("twilio/call-to-action", Session.TEMPLATE, Reach.MESSENGERS),
    QUICK_REPLY("twilio/quick-reply", Session.EITHER, Reach.MESSENGERS),
    LOCATION("twilio/location", Session.WITHIN, Reach.WHATSAPP),
    MEDIA("twilio/media", Session.EITHER, Reach.EVERYWHERE),
    TEXT("twilio/text", Session.EITHER, Reach.EVERYWHERE);

    /** When WhatsApp takes a type. */
    enum Session {
        /** As a free message within the window, and as an approved template at any time. */
        EITHER,
        /** Only within the window. It can't be approved. */
        WITHIN,
        /** Only as an approved template. */
        TEMPLATE
    }

    /** The channels that take a type. */
    enum Reach {
        WHATSAPP,
        /** WhatsApp and RCS. */
        MESSENGERS,
        EVERYWHERE;

        boolean includes(String channel) {
            return switch (channel) {
                case "whatsapp" -> true;
                case "rcs" -> this != WHATSAPP;
                case "phone" -> this == EVERYWHERE;
                default -> false;
            };
        }
    }

    private final String key;
    private final Session session;
    private final Reach reach;

    RichType(String key, Session session, Reach reach) {
        this.key = key;
        this.session = session;
        this.reach = reach;
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
                .filter(type -> keys.contains(type.key) && type.reach.includes(channel))
                .findFirst();
    }
}
