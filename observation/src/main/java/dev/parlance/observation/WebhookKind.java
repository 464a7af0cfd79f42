package dev.parlance.observation;

import dev.parlance.Address;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.Set;

/** What a webhook is about, by the names of its parameters. */
enum WebhookKind {
    TEXT,
    TEXT_STATUS,
    CALL,
    CALL_STATUS,
    GATHER,
    RECORDING,
    TRANSCRIPTION,
    OTHER;

    private static final String OTHER_CHANNEL = "other";
    private static final Set<String> CHANNELS =
            Set.of(Address.PHONE, "whatsapp", "messenger", "rcs", "client", "sip", "chat");

    static WebhookKind of(WebhookRequest request) {
        Parameters sent = parameters(request);
        if (has(sent, "MessageStatus")) {
            return TEXT_STATUS;
        }
        if (has(sent, "MessageSid")) {
            return TEXT;
        }
        if (!has(sent, "CallSid")) {
            return OTHER;
        }
        if (has(sent, "TranscriptionSid")) {
            return TRANSCRIPTION;
        }
        if (has(sent, "RecordingSid")) {
            return RECORDING;
        }
        if (has(sent, "Digits") || has(sent, "SpeechResult")) {
            return GATHER;
        }
        return has(sent, "CallbackSource") ? CALL_STATUS : CALL;
    }

    /** The channel that the person uses: voice for anything about a call. */
    String channel(WebhookRequest request) {
        return switch (this) {
            case TEXT -> channel(request, "From");
            case TEXT_STATUS -> channel(request, "To");
            case OTHER -> Words.NONE;
            default -> "voice";
        };
    }

    private static String channel(WebhookRequest request, String parameter) {
        return parameters(request)
                .first(parameter)
                .map(WebhookKind::prefix)
                .map(WebhookKind::known)
                .orElse(Words.NONE);
    }

    /** The channel of an address, if it is one of the few; this keeps the number of a metric's series small. */
    static String known(String channel) {
        return CHANNELS.contains(channel) ? channel : OTHER_CHANNEL;
    }

    private static String prefix(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? Address.PHONE : address.substring(0, colon);
    }

    /** None for a malformed form: the handler refuses it. */
    private static Parameters parameters(WebhookRequest request) {
        try {
            return request.parameters();
        } catch (WebhookException e) {
            return Parameters.none();
        }
    }

    private static boolean has(Parameters sent, String name) {
        return sent.first(name).isPresent();
    }
}
