package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Counts what accounts used, by category. */
final class UsageCount {
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private final List<Event> events;
    private final World world;
    private final Predicate<String> accounts;

    /** How often a category was used, and how much. */
    record Use(long count, String unit, long usage, String usageUnit) {
        private static Use none(String category) {
            if (category.startsWith("calls")) {
                return new Use(0, "calls", 0, "minutes");
            }
            return switch (category) {
                case "recordings" -> new Use(0, "recordings", 0, "minutes");
                case "phonenumbers" -> new Use(0, "numbers", 0, "numbers");
                case "totalprice" -> new Use(0, "", 0, "usd");
                default -> new Use(0, "messages", 0, "messages");
            };
        }

        private Use plus(long times, long amount) {
            return new Use(count + times, unit, usage + amount, usageUnit);
        }
    }

    /** What was used once, or many times by what is forgotten. */
    record Event(String account, LocalDate day, List<String> categories, long times, long amount) {}

    UsageCount(World world, List<Event> forgotten, Predicate<String> accounts) {
        this.world = world;
        this.accounts = accounts;
        this.events = new ArrayList<>(forgotten);
        world.owned().messages().oldestFirst().forEach(it -> ofText(it).ifPresent(events::add));
        world.owned().calls().oldestFirst().forEach(it -> ofCall(it).ifPresent(events::add));
        world.owned().recordings().oldestFirst().forEach(it -> ofRecording(it).ifPresent(events::add));
    }

    static Optional<Event> ofText(Resource message) {
        String kind = message.is("num_media", "0") ? "sms" : "mms";
        return event(message, "date_sent", List.of(kind, kind + side(message)), 1);
    }

    static Optional<Event> ofCall(Resource call) {
        return event(call, "start_time", List.of("calls", "calls" + side(call)), minutes(call));
    }

    static Optional<Event> ofRecording(Resource recording) {
        return event(recording, "date_created", List.of("recordings"), minutes(recording));
    }

    private static Map<String, String> descriptions() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("calls", "Voice Minutes");
        all.put("calls-inbound", "Inbound Voice Minutes");
        all.put("calls-outbound", "Outbound Voice Minutes");
        all.put("sms", "SMS");
        all.put("sms-inbound", "Inbound SMS");
        all.put("sms-outbound", "Outbound SMS");
        all.put("mms", "MMS");
        all.put("mms-inbound", "Inbound MMS");
        all.put("mms-outbound", "Outbound MMS");
        all.put("recordings", "Recordings");
        all.put("phonenumbers", "Phone Numbers");
        all.put("totalprice", "Total Price");
        return all;
    }

    static String description(String category) {
        return DESCRIPTIONS.getOrDefault(category, "");
    }

    private static String side(Resource resource) {
        return resource.is("direction", "inbound") ? "-inbound" : "-outbound";
    }

    private static long minutes(Resource resource) {
        String seconds = resource.text("duration");
        return seconds.matches("\\d{1,9}") ? (Long.parseLong(seconds) + 59) / 60 : 0;
    }

    /** What has happened. A text without this date was not sent, a call was not answered. */
    private static Optional<Event> event(Resource resource, String date, List<String> categories, long amount) {
        return resource.date(date)
                .map(time -> new Event(resource.text("account_sid"), day(time), categories, 1, amount));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The use of each category in a period. */
    Map<String, Use> in(UsagePeriod period) {
        Map<String, Use> uses = new LinkedHashMap<>();
        DESCRIPTIONS.keySet().forEach(category -> uses.put(category, Use.none(category)));
        events.stream()
                .filter(event -> accounts.test(event.account()) && period.contains(event.day()))
                .forEach(event -> event.categories()
                        .forEach(category -> uses.computeIfPresent(
                                category, (any, use) -> use.plus(event.times(), event.amount()))));
        world.owned().numbers().oldestFirst().stream()
                .filter(number -> accounts.test(number.text("account_sid"))
                        && !day(number.created()).isAfter(period.end()))
                .forEach(number -> uses.computeIfPresent("phonenumbers", (any, use) -> use.plus(1, 1)));
        return uses;
    }
}
