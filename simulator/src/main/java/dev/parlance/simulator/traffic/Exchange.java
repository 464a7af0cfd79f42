package dev.parlance.simulator.traffic;

import dev.parlance.fake.twilio.log.WebhookExchange.Signing;
import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import java.util.Optional;

/**
 * A request and, after its end, the response.
 *
 * @param signing how the request was signed; empty for requests to the API
 * @param fault the injected fault in words, or empty
 * @param repeats the number of the entry that was sent again; 0 for an original
 */
public record Exchange(
        WebhookRequest request, Optional<Signing> signing, Optional<Reply> reply, String fault, long repeats) {
    /** The header that stays the same when a webhook is retried. */
    private static final String IDEMPOTENCY = "I-Twilio-Idempotency-Token";

    static Exchange begun(WebhookRequest request, Optional<Signing> signing, String fault, long repeats) {
        return new Exchange(request, signing, Optional.empty(), fault, repeats);
    }

    Exchange ended(Reply end) {
        return new Exchange(request, signing, Optional.of(end), fault, repeats);
    }

    /** The request's parameters. None if they can't be read. */
    public Parameters parameters() {
        try {
            return request.parameters();
        } catch (WebhookException e) {
            return Parameters.none();
        }
    }

    /** The value of the first parameter of these names that has one; otherwise empty. */
    String first(String... names) {
        Parameters parameters = parameters();
        for (String name : names) {
            String value = parameters.first(name).orElse("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** The token that is equal in all attempts of a webhook, or empty. */
    String idempotency() {
        return request.header(IDEMPOTENCY).orElse("");
    }

    public boolean hasFailed() {
        return reply.filter(it -> it.status() < 200 || it.status() > 299).isPresent();
    }

    /** The response's body; empty before the end. */
    public String answer() {
        return reply.map(Reply::body).orElse("");
    }

    /** The response's content type, or empty. */
    public String answerType() {
        return reply.flatMap(it -> it.headers().first("Content-Type")).orElse("");
    }
}
