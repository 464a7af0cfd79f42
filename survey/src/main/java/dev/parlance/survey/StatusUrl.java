package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Session;
import dev.parlance.webhook.MessageState;
import dev.parlance.webhook.MessageStatus;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Where Twilio reports what becomes of a message: the webhook of its channel, with the turn that it belongs to. Twilio signs the
 * URL, so no one else can forge it.
 */
final class StatusUrl {
    private static final String EVENT = "event";
    private static final String STATUS = "status";

    private StatusUrl() {}

    /** The URL for the messages of a session's last turn. */
    static URI of(URI webhook, Session session) {
        return URI.create(webhook + "?" + EVENT + "=" + STATUS + "&" + DeskWebhook.SURVEY + "=" + session.survey()
                + "&run=" + session.run() + "&turn=" + session.turn());
    }

    /** The report, if the request is one. */
    static Optional<Incoming> read(WebhookRequest request) {
        Parameters query = request.queryParameters();
        if (!query.nonEmpty(EVENT).equals(Optional.of(STATUS))) {
            return Optional.empty();
        }
        MessageStatus status = MessageStatus.of(request);
        Address person = status.to().orElseThrow(() -> new WebhookException(400, "The parameter \"To\" is missing."));
        Optional<Integer> code = status.errorCode().stream().boxed().findFirst();
        int run = number(query, "run");
        int turn = number(query, "turn");
        return statusOf(status.state())
                .<Incoming>map(reported -> new Incoming.DeliveryReport(person, status.sid(), reported, code, run, turn))
                .or(() -> Optional.of(new Incoming.Ignored(person)));
    }

    /** What a survey keeps; empty for what comes before or can't happen. */
    private static Optional<Delivery.Status> statusOf(MessageState state) {
        return switch (state) {
            case SENT -> Optional.of(Delivery.Status.SENT);
            case DELIVERED -> Optional.of(Delivery.Status.DELIVERED);
            case READ -> Optional.of(Delivery.Status.READ);
            case UNDELIVERED -> Optional.of(Delivery.Status.UNDELIVERED);
            case FAILED -> Optional.of(Delivery.Status.FAILED);
            case ACCEPTED, SCHEDULED, QUEUED, SENDING, CANCELED, OTHER -> Optional.empty();
        };
    }

    private static int number(Parameters query, String name) {
        try {
            return Integer.parseInt(query.required(name));
        } catch (NumberFormatException e) {
            throw new WebhookException(400, "The parameter \"" + name + "\" must be a whole number.");
        }
    }
}
