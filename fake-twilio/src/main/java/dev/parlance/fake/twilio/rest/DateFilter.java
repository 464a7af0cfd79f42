package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Days;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Selection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Filters by date. In the 2010 API, {@code DateSent=2026-03-01} selects a day, {@code DateSent<=} everything up to the end of a
 * day or time, {@code DateSent>=} everything from its start.
 */
final class DateFilter {
    private DateFilter() {}

    /** Reads the parameters once, because lists are long. */
    static Selection select(Selection all, String field, Exchange exchange, String parameter) {
        Optional<Span> on = Span.in(exchange, parameter);
        Optional<Span> before = Span.in(exchange, parameter + "<");
        Optional<Span> after = Span.in(exchange, parameter + ">");
        if (on.isEmpty() && before.isEmpty() && after.isEmpty()) {
            return all;
        }
        Days days = on.map(Span::days)
                .orElse(Days.ALL)
                .and(new Days(
                        after.map(Span::days).orElse(Days.ALL).first(),
                        before.map(Span::days).orElse(Days.ALL).last()));
        return all.on(field, days)
                .and(resource -> resource.date(field)
                        .filter(time -> on.isEmpty() || on.get().contains(time))
                        .filter(time ->
                                before.isEmpty() || time.isBefore(before.get().end()))
                        .filter(time ->
                                after.isEmpty() || !time.isBefore(after.get().start()))
                        .isPresent());
    }

    /** Filters as in newer APIs, with one parameter for the start and one for the end. */
    static boolean matches(Resource resource, String field, Exchange exchange, String first, String last) {
        Instant time = resource.date(field).orElse(resource.created());
        return (exchange.query(first).isEmpty()
                        || !time.isBefore(Span.of(exchange.query(first)).start()))
                && (exchange.query(last).isEmpty()
                        || time.isBefore(Span.of(exchange.query(last)).end()));
    }

    /** A day, or a second. */
    private record Span(Instant start, Instant end) {
        static Optional<Span> in(Exchange exchange, String parameter) {
            return Optional.of(exchange.query(parameter))
                    .filter(text -> !text.isEmpty())
                    .map(Span::of);
        }

        Days days() {
            LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
            return new Days(day, day);
        }

        static Span of(String text) {
            try {
                if (text.length() == 10) {
                    Instant day =
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                    return new Span(day, day.plus(Duration.ofDays(1)));
                }
                Instant second = ClientTime.any(text);
                return new Span(second, second.plusSeconds(1));
            } catch (DateTimeException e) {
                throw ApiError.badRequest(20001, "Not a date: " + text);
            }
        }

        boolean contains(Instant time) {
            return !time.isBefore(start) && time.isBefore(end);
        }
    }
}
