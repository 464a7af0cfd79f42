package dev.parlance.simulator.traffic;

import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.fake.twilio.log.Log;
import dev.parlance.fake.twilio.log.LogEntry;
import dev.parlance.fake.twilio.log.WebhookExchange;
import dev.parlance.fake.twilio.world.TrafficListener.Reply;
import dev.parlance.webhook.Headers;
import dev.parlance.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a fake's log has from before the simulator was opened. It keeps no responses of the API. */
final class EarlierTraffic {
    private EarlierTraffic() {}

    /** One entry of the log. */
    record Item(long order, Instant at, Kind kind, Optional<Exchange> exchange, List<String> notes) {}

    static List<Item> of(Log log) {
        Stream<Item> webhooks = log.webhooks().stream().map(EarlierTraffic::webhook);
        Stream<Item> alerts = log.of(LogEntry.Kind.ALERT).stream().map(entry -> note(entry, Kind.ALERT));
        Stream<Item> faults = log.of(LogEntry.Kind.FAULT).stream().map(entry -> note(entry, Kind.FAULT));
        return Stream.of(webhooks, requests(log).stream(), alerts, faults)
                .flatMap(all -> all)
                .sorted(Comparator.comparingLong(Item::order))
                .toList();
    }

    private static Item webhook(WebhookExchange webhook) {
        Headers headers = webhook.contentType().isEmpty()
                ? Headers.none()
                : Headers.none().with("Content-Type", webhook.contentType());
        Reply reply = new Reply(webhook.status(), headers, webhook.body(), webhook.outcome(), webhook.duration());
        Exchange exchange = new Exchange(webhook.request(), Optional.of(webhook.signing()), Optional.of(reply), "", 0);
        Kind kind = CallbackEvent.of(exchange).isEmpty() ? Kind.WEBHOOK : Kind.CALLBACK;
        return new Item(webhook.number(), webhook.at(), kind, Optional.of(exchange), List.of());
    }

    /** The log keeps requests and their times in two lists, in the same order. */
    private static List<Item> requests(Log log) {
        List<ApiRequest> requests = log.requests();
        List<LogEntry> times = log.of(LogEntry.Kind.API);
        List<Item> items = new ArrayList<>();
        for (int i = 1; i <= Math.min(requests.size(), times.size()); i++) {
            items.add(request(requests.get(requests.size() - i), times.get(times.size() - i)));
        }
        return items;
    }

    private static Item request(ApiRequest made, LogEntry time) {
        String url = "https://" + made.host() + ".twilio.com" + made.path();
        String[] form = made.parameters().entries().stream()
                .flatMap(each -> Stream.of(each.name(), each.value()))
                .toArray(String[]::new);
        WebhookRequest request = made.method().equals("GET")
                ? WebhookRequest.get(url)
                : WebhookRequest.of(made.method(), url, Headers.none(), new byte[0])
                        .withForm(form);
        Reply reply = new Reply(made.status(), Headers.none(), "", "HTTP " + made.status(), Duration.ZERO);
        Exchange exchange = new Exchange(request, Optional.empty(), Optional.of(reply), "", 0);
        List<String> notes = made.error().isEmpty() ? List.of() : List.of(made.error());
        return new Item(time.number(), time.at(), Kind.API, Optional.of(exchange), notes);
    }

    private static Item note(LogEntry entry, Kind kind) {
        return new Item(entry.number(), entry.at(), kind, Optional.empty(), List.of(entry.text()));
    }
}
