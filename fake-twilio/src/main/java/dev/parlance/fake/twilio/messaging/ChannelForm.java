package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The form parameters that only webhooks about channels such as WhatsApp and RCS have. */
final class ChannelForm {
    private static final Set<String> TYPES_WITH_OWN_NAME = Set.of("audio", "image", "video");
    private static final String INSTALLATION = "XE" + "0".repeat(31) + "1";

    private ChannelForm() {}

    /**
     * The parameters of an incoming message.
     *
     * @param mediaType the content type of its attachment, or the empty string
     */
    static List<String> of(Resource message, String mediaType, Handset phone) {
        Address from = Address.of(message.text("from"));
        JsonNode details = message.get(InboundDetails.PARAMETERS);
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("type", from.channel());
        ObjectNode context = metadata.putObject("data").putObject("context");
        List<String> form = new ArrayList<>();
        if (from.channel().equals("whatsapp")) {
            form.addAll(ofWhatsApp(message, mediaType, phone, context));
        } else if (from.channel().equals("rcs")) {
            rcsContext(message, details, context);
        }
        details.properties()
                .forEach(field ->
                        form.addAll(List.of(field.getKey(), field.getValue().asText())));
        form.addAll(List.of("ChannelMetadata", metadata.toString()));
        return form;
    }

    private static List<String> ofWhatsApp(Resource message, String mediaType, Handset phone, ObjectNode context) {
        JsonNode details = message.get(InboundDetails.PARAMETERS);
        String id = Address.of(message.text("from")).id().replace("+", "");
        if (details.has("ButtonText")) {
            context.set("ButtonText", details.get("ButtonText"));
        }
        context.put("Forwarded", "false")
                .put("FrequentlyForwarded", "false")
                .put("ProfileName", phone.name())
                .put("WaId", id);
        String type = message.filled(InboundDetails.TYPE).orElseGet(() -> messageType(mediaType));
        List<String> form = new ArrayList<>(List.of(
                "ProfileName",
                phone.name(),
                "WaId",
                id,
                "MessageType",
                type,
                "Forwarded",
                "false",
                "FrequentlyForwarded",
                "false"));
        if (!details.has("ReferralNumMedia")) {
            form.addAll(List.of("ReferralNumMedia", "0"));
        }
        return form;
    }

    private static void rcsContext(Resource message, JsonNode details, ObjectNode context) {
        context.put("agentId", Address.of(message.text("to")).id()).put("provider", "google");
        context.putObject("channelPayload")
                .put("senderPhoneNumber", Address.of(message.text("from")).id())
                .put("messageId", message.sid())
                .put("sendTime", message.created().toString());
        if (details.has("ButtonPayload")) {
            context.set("buttonPayload", details.get("ButtonPayload"));
            context.put("buttonType", "REPLY");
            context.putObject("suggestionResponse")
                    .put("type", "REPLY")
                    .set("postbackData", details.get("ButtonPayload"));
            ((ObjectNode) context.get("suggestionResponse")).set("text", details.get("ButtonText"));
        }
    }

    private static String messageType(String mediaType) {
        String kind = mediaType.split("/", 2)[0];
        return mediaType.isEmpty() ? "text" : TYPES_WITH_OWN_NAME.contains(kind) ? kind : "document";
    }

    /** The parameters of a status callback; none for a text to a phone number. */
    static List<String> ofStatus(Resource message) {
        String status = message.text("status");
        Address to = Address.of(message.text("to"));
        if (to.isPhone()) {
            return List.of();
        }
        boolean arrived = status.equals("delivered") || status.equals("read");
        return List.of(
                "ChannelInstallSid",
                INSTALLATION,
                "ChannelPrefix",
                to.channel(),
                "ChannelToAddress",
                to.id(),
                arrived ? "EventType" : "StructuredMessage",
                arrived ? status.toUpperCase(Locale.ROOT) : "false");
    }
}
