package dev.parlance.examples.survey;

import dev.parlance.security.Verdict;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Metrics in Prometheus format, without personal data. */
final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Measures the duration of a webhook by response status. */
    WebhookHandler timed(String webhook, WebhookHandler handler) {
        return new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                Timer.Sample sample = Timer.start(registry);
                WebhookResponse response = handler.respond(request);
                sample.stop(Timer.builder("survey.webhooks")
                        .tag("webhook", webhook)
                        .tag("status", Integer.toString(response.status()))
                        .publishPercentileHistogram()
                        .register(registry));
                return response;
            }

            @Override
            public Optional<WebhookResponse> refusal(WebhookRequest head) {
                return handler.refusal(head);
            }
        };
    }

    void countRefusal(WebhookRequest request, Verdict verdict) {
        verdict.refusal()
                .ifPresent(refusal -> registry.counter(
                                "survey.refusals", "why", refusal.name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    void count(SurveyEvent event) {
        registry.counter(
                        "survey.events",
                        "type",
                        event.type().name().toLowerCase(Locale.ROOT),
                        "language",
                        event.session().language(),
                        "channel",
                        event.session().channel())
                .increment();
    }

    WebhookResponse scrape() {
        return WebhookResponse.bytes(
                "text/plain; version=0.0.4; charset=utf-8", registry.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
