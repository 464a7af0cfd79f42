package dev.parlance.simulator.traffic;

import java.util.List;

/** What an application that does not answer a text in TwiML has sent over the API instead. */
final class ApiReplies {
    private ApiReplies() {}

    /** The bodies sent to the person of a text, before their next text. */
    static List<String> to(Entry text, TrafficLog log) {
        String person = text.subject().person();
        return log.after(text.number()).stream()
                .filter(each -> each.subject().person().equals(person))
                .takeWhile(each -> each.kind() != Kind.WEBHOOK)
                .flatMap(each -> each.exchange().stream())
                .filter(ApiReplies::isMessage)
                .map(exchange -> exchange.first("Body"))
                .filter(body -> !body.isEmpty())
                .toList();
    }

    private static boolean isMessage(Exchange exchange) {
        return exchange.signing().isEmpty()
                && exchange.request().method().equals("POST")
                && exchange.request().path().endsWith("/Messages.json")
                && !exchange.hasFailed();
    }
}
