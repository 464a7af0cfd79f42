package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Filters by date. In the 2010 API, {@code DateSent=2026-03-01} selects a day, {@code DateSent<=} everything up to the end of a
 * day or time, {@code DateSent>=} everything from its start.
 */
final class DateFilter {
    private DateFilter() {}

    static boolean matches(Resource resource, String field, Exchange exchange, String parameter) {
        String on = exchange.query(parameter);
        String before = exchange.query(parameter + "<");
        String after = exchange.query(parameter + ">");
        if (on.isEmpty() && before.isEmpty() && after.isEmpty()) {
            return true;
        }
        Instant time = resource.date(field).orElse(null);
        if (time == null) {
            return false;
        }
        return (on.isEmpty() || Span.of(on).contains(time))
                && (before.isEmpty() || time.isBefore(Span.of(before).end()))
                && (after.isEmpty() || !time.isBefore(Span.of(after).start()));
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
