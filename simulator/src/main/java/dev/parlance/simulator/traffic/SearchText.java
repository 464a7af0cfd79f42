package dev.parlance.simulator.traffic;

import java.util.Locale;

/** Everything of an entry that can be found, in lower case. */
final class SearchText {
    private SearchText() {}

    static String of(Entry entry) {
        StringBuilder text = new StringBuilder(512);
        text.append(entry.kind().label()).append('\n');
        entry.notes().forEach(note -> text.append(note).append('\n'));
        text.append(entry.subject().person())
                .append('\n')
                .append(entry.subject().call())
                .append('\n');
        entry.subject().sids().forEach(sid -> text.append(sid).append('\n'));
        entry.exchange().ifPresent(exchange -> add(text, exchange));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static void add(StringBuilder text, Exchange exchange) {
        text.append(exchange.request().method())
                .append(' ')
                .append(exchange.request().url())
                .append('\n');
        exchange.parameters()
                .entries()
                .forEach(parameter -> text.append(parameter.name())
                        .append('=')
                        .append(parameter.value())
                        .append('\n'));
        if (!exchange.request().hasForm()) {
            text.append(exchange.request().bodyText()).append('\n');
        }
        text.append(exchange.fault()).append('\n');
        exchange.reply()
                .ifPresent(reply -> text.append(reply.outcome()).append('\n').append(reply.body()));
    }
}
