package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;

/** A webhook in the log. */
record LoggedWebhook(long number, Instant at, WebhookRequest request, Signing signing, Answer answer, Duration duration)
        implements WebhookExchange {
    @Override
    public int status() {
        return answer.status();
    }

    @Override
    public String contentType() {
        return answer.contentType();
    }

    @Override
    public String body() {
        return answer.body();
    }

    @Override
    public String outcome() {
        return answer.describe();
    }

    @Override
    public String toString() {
        return request.method() + " " + request.path() + " -> " + outcome();
    }
}
