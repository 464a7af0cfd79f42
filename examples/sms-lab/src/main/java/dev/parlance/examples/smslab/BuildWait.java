package dev.parlance.examples.smslab;

import com.twilio.rest.serverless.v1.service.Build;
import dev.parlance.account.TwilioAccount;
import dev.parlance.webhook.WebhookException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Waits for a build, so that whoever gets the answer can deploy it. */
final class BuildWait {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS = 1_000;

    private final TwilioAccount account;

    BuildWait(TwilioAccount account) {
        this.account = account;
    }

    Build until(Build begun) {
        Instant end = Instant.now().plus(LONGEST);
        Build seen = look(begun);
        while (seen.getStatus() == Build.Status.BUILDING && Instant.now().isBefore(end)) {
            pause();
            seen = look(seen);
        }
        return switch (seen.getStatus()) {
            case COMPLETED -> seen;
            case FAILED ->
                throw new WebhookException(
                        502, "The build " + seen.getSid() + " failed: see whether `node --check` takes the function");
            case BUILDING ->
                throw new WebhookException(
                        504,
                        "The build " + seen.getSid() + " goes on; look at it again with GET /builds/"
                                + seen.getServiceSid());
        };
    }

    private Build look(Build build) {
        return account.read(
                "a build",
                client -> Build.fetcher(build.getServiceSid(), build.getSid()).fetch(client));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebhookException(503, "The lab is closing");
        }
    }
}
