package dev.parlance.observation;

import dev.parlance.observation.ParlanceObservation.Keys;
import dev.parlance.outbound.CallPlacer;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextSender;
import dev.parlance.security.SignatureListener;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Observes webhooks, texts, calls and surveys: Micrometer makes metrics and spans of it.
 *
 * <pre>{@code
 * Observations observations = Observations.in(registry);
 * TwilioAccount account = TwilioAccount.builder(AccountSettings.from(settings))
 *         .aroundTexts(observations::texts)
 *         .aroundCalls(observations::calls)
 *         .build();
 * WebhookHandler safe = SignedWebhooks.verifiedBy(signature)
 *         .withListener(observations.refusals())
 *         .handler(observations.webhooks(router));
 * }</pre>
 *
 * <p>What happens in a webhook's thread is a child of that webhook's observation, so a trace leads from a webhook to the texts
 * that it sends. {@link ParlanceObservation} lists the names and keys. Thread-safe.
 */
public final class Observations {
    private final ObservationRegistry registry;

    private Observations(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Observations in this registry. */
    public static Observations in(ObservationRegistry registry) {
        return new Observations(registry);
    }

    /** Observes every request to a handler. Put it inside the check of signatures, which observes {@link #refusals}. */
    public WebhookHandler webhooks(WebhookHandler handler) {
        return observed(handler, request -> WebhookObservation.observed(request, registry));
    }

    /** Starts to observe one webhook, for frameworks that don't use {@link WebhookHandler}. */
    public WebhookObservation start(WebhookRequest request) {
        return WebhookObservation.start(request, registry);
    }

    /** Observes the webhooks that {@code SignedWebhooks} refuses. Of these, only the reason is known. */
    public SignatureListener refusals() {
        return ObservedRefusals.in(registry);
    }

    /** Observes every text. */
    public TextSender texts(TextSender sender) {
        return text -> send(WebhookKind.known(text.to().channel()), () -> sender.send(text));
    }

    /** Observes every call. */
    public CallPlacer calls(CallPlacer placer) {
        return new CallPlacer() {
            @Override
            public Receipt place(PhoneCall call) {
                return send("voice", () -> placer.place(call));
            }

            @Override
            public boolean canReach(URI url) {
                return placer.canReach(url);
            }
        };
    }

    private <T> T send(String channel, Supplier<T> work) {
        Observed send = Observed.of(ParlanceObservation.SEND, registry).with(Keys.CHANNEL, channel);
        return send.run(work, sent -> Outcome.SUCCESS, failure -> {
            if (!(failure instanceof OutboundException refusal)) {
                return Outcome.ERROR;
            }
            send.with(Keys.REASON, Words.of(refusal.reason()));
            refusal.code().ifPresent(code -> send.with(Keys.CODE, code.toString()));
            return refusal.isOutcomeUnknown() ? Outcome.UNKNOWN : Outcome.REFUSED;
        });
    }

    /**
     * The webhook of a survey's channel, with each turn observed.
     *
     * <pre>{@code
     * router.post("/sms", signed.handler(observations.turns(surveys, Channel.TEXT)));
     * }</pre>
     */
    public WebhookHandler turns(Surveys surveys, String channel) {
        return turns(surveys.webhook(channel), surveys.survey().name(), channel);
    }

    /** The webhook of a number with several surveys, with each turn observed. The name of the desk takes the place of a survey's. */
    public WebhookHandler turns(SurveyDesk desk, String channel) {
        return turns(desk.webhook(channel), desk.name(), channel);
    }

    private WebhookHandler turns(WebhookHandler webhook, String name, String channel) {
        return observed(
                webhook,
                request -> Observed.of(ParlanceObservation.SURVEY_TURN, registry)
                        .with(Keys.SURVEY, name)
                        .with(Keys.CHANNEL, channel));
    }

    /** Observes a sink: each event of a batch. */
    public EventSink events(EventSink sink) {
        return ObservedSink.of(sink, registry);
    }

    /** Observes a listener: each event. */
    public Consumer<SurveyEvent> listener(Consumer<SurveyEvent> listener) {
        return event -> ObservedSink.observed(event, registry)
                .run(
                        () -> {
                            listener.accept(event);
                            return event;
                        },
                        done -> Outcome.SUCCESS,
                        failure -> Outcome.ERROR);
    }

    private static WebhookHandler observed(WebhookHandler handler, Function<WebhookRequest, Observed> observed) {
        return new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                return observed.apply(request)
                        .run(
                                () -> handler.handle(request),
                                response -> Outcome.ofStatus(response.status()),
                                failure -> failure instanceof WebhookException refusal
                                        ? Outcome.ofStatus(refusal.status())
                                        : Outcome.ERROR);
            }

            @Override
            public Optional<WebhookResponse> refusal(WebhookRequest head) {
                return handler.refusal(head);
            }
        };
    }
}
