package dev.parlance.survey.events;

import dev.parlance.internal.Retries;
import dev.parlance.security.StandardWebhooksSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.session.SurveyEvent;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sends survey events to a URL as CloudEvents, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: at
 * least once, in order per session, one per request.
 *
 * <pre>{@code
 * HttpEvents events = HttpEvents.to(
 *         HttpClient.newHttpClient(),
 *         URI.create("https://crm.example.com/surveys"),
 *         Secret.of(System.getenv("EVENTS_SECRET"))); // whsec_…
 * Surveys surveys = Surveys.builder(survey).eventSink(events).build();
 * }</pre>
 *
 * <p>A 2xx status accepts an event. After a time-out, a lost connection, a status of 5xx, 408, 409, 425 or 429, the event is sent
 * twice more at once, then by later turns and by {@code runDue} with growing pauses, as {@code Retry-After} permits. Any other
 * status is final: the event becomes a {@linkplain DeadLetter dead letter}, and the next one is sent. The {@code webhook-id} is
 * {@link SurveyEvent#id}, the same in each attempt. Redirects are not followed. Thread-safe.
 *
 * <p>The URL must come from you, not from your users: the application's network is open to it.
 */
public final class HttpEvents implements EventSink {
    private static final System.Logger LOG = System.getLogger(HttpEvents.class.getName());
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration DEFAULT_MAX_AGE = Duration.ofDays(3);
    private static final Retries AT_ONCE =
            Retries.of(3, Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(1));

    private final EventPost post;
    private final Duration maxAge;
    private final Consumer<DeadLetter> deadLetters;
    private final Pause pause;

    private HttpEvents(EventPost post, Duration maxAge, Consumer<DeadLetter> deadLetters) {
        this.post = post;
        this.maxAge = maxAge;
        this.deadLetters = deadLetters;
        this.pause = new Pause(post.clock());
    }

    /**
     * Sends events to this URL. The client is not closed.
     *
     * @param url an {@code https} URL; {@code http} only to this machine
     * @param secrets {@code whsec_} and the key in Base64. Each of them signs, so that the receiver can change from one to another
     */
    public static HttpEvents to(HttpClient client, URI url, Secret... secrets) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The client follows redirects, which could send events elsewhere: build it with Redirect.NEVER");
        }
        StandardWebhooksSignature signature = StandardWebhooksSignature.of(secrets);
        EventPost post = new EventPost(client, checked(url), signature, DEFAULT_TIMEOUT, Clock.systemUTC());
        return new HttpEvents(post, DEFAULT_MAX_AGE, HttpEvents::drop);
    }

    private static URI checked(URI url) {
        String host = url.getHost();
        boolean isSecure = "https".equalsIgnoreCase(url.getScheme())
                || ("http".equalsIgnoreCase(url.getScheme())
                        && host != null
                        && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT)));
        if (host == null || !isSecure) {
            throw new IllegalArgumentException(
                    "Events contain personal data, so their URL must start with https://; http:// works only for localhost");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The URL for events can't have a password or a fragment; the signature shows who sent them");
        }
        return url;
    }

    /** Sets the time-out of one request. Default: 15 seconds. */
    public HttpEvents withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The time-out must be positive");
        }
        return new HttpEvents(
                new EventPost(post.client(), post.url(), post.signature(), timeout, post.clock()), maxAge, deadLetters);
    }

    /**
     * Sets how long an event is sent again. An older event that fails once more becomes a dead letter. Default: three days.
     */
    public HttpEvents withMaxAge(Duration newMaxAge) {
        return new HttpEvents(post, newMaxAge, deadLetters);
    }

    /**
     * Sets the receiver of dead letters. If it throws, the event is sent again later. Default: the event's id and the reason are
     * logged, and the event is dropped.
     */
    public HttpEvents withDeadLetters(Consumer<DeadLetter> newDeadLetters) {
        return new HttpEvents(post, maxAge, newDeadLetters);
    }

    /** Uses another clock. */
    public HttpEvents withClock(Clock clock) {
        EventPost other =
                new EventPost(post.client(), post.url(), post.signature().withClock(clock), post.timeout(), clock);
        return new HttpEvents(other, maxAge, deadLetters);
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        int done = 0;
        while (done < events.size() && deliver(events.get(done))) {
            done++;
        }
        return done;
    }

    /** Whether the event was accepted or is a dead letter. */
    private boolean deliver(SurveyEvent event) {
        if (pause.isOn()) {
            return false;
        }
        try {
            AT_ONCE.run(
                    () -> {
                        post.send(event);
                        return event;
                    },
                    failure -> failure instanceof DeliveryFailure delivery ? delivery.retryAfter() : Optional.empty());
            pause.reset();
            return true;
        } catch (DeliveryFailure e) {
            return e.retryAfter()
                    .map(asked -> postpone(event, asked, e.reason()))
                    .orElseGet(() -> giveUp(event, e.reason()));
        }
    }

    private boolean postpone(SurveyEvent event, Duration asked, String reason) {
        pause.start(asked);
        if (event.at().plus(maxAge).isBefore(post.clock().instant())) {
            return giveUp(event, "not accepted within " + maxAge.toHours() + " hours; last: " + reason);
        }
        LOG.log(
                Level.WARNING,
                "{0} did not accept an event: {1}. It is sent again later.",
                post.url().getHost(),
                reason);
        return false;
    }

    private boolean giveUp(SurveyEvent event, String reason) {
        try {
            deadLetters.accept(new DeadLetter(event, reason));
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A dead letter could not be kept; its event is sent again later", e);
            return false;
        }
    }

    private static void drop(DeadLetter letter) {
        LOG.log(Level.ERROR, "Dropped an event that was not accepted: {0}", letter);
    }
}
