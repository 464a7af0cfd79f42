package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The form parameters that only webhooks about WhatsApp have. */
final class WhatsAppForm {
    private static final Set<String> TYPES_WITH_OWN_NAME = Set.of("audio", "image", "video");
    private static final String INSTALLATION = "XE" + "0".repeat(31) + "1";

    private WhatsAppForm() {}

    /**
     * The parameters of an incoming message.
     *
     * @param mediaType the content type of its attachment, or the empty string
     */
    static List<String> of(Resource message, String mediaType, Handset phone) {
        String id = Address.of(message.text("from")).id().replace("+", "");
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("type", "whatsapp");
        metadata.putObject("data")
                .putObject("context")
                .put("ProfileName", phone.name())
                .put("WaId", id);
        return List.of(
                "ProfileName", phone.name(),
                "WaId", id,
                "MessageType", messageType(mediaType),
                "ReferralNumMedia", "0",
                "ChannelMetadata", metadata.toString());
    }

    private static String messageType(String mediaType) {
        String kind = mediaType.split("/", 2)[0];
        return mediaType.isEmpty() ? "text" : TYPES_WITH_OWN_NAME.contains(kind) ? kind : "document";
    }

    /** The parameters of a status callback. */
    static List<String> ofStatus(Resource message) {
        String status = message.text("status");
        String to = Address.of(message.text("to")).id();
        boolean arrived = status.equals("delivered") || status.equals("read");
        return List.of(
                "ChannelInstallSid",
                INSTALLATION,
                "ChannelPrefix",
                "whatsapp",
                "ChannelToAddress",
                to,
                arrived ? "EventType" : "StructuredMessage",
                arrived ? status.toUpperCase(Locale.ROOT) : "false");
    }
}
