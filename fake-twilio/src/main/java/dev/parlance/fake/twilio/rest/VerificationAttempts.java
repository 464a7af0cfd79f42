package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Listing;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Selection;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** The attempts to reach people with codes. One is converted when its code is approved. */
final class VerificationAttempts {
    private static final String CONVERTED = "converted";
    private static final String STATUS = "conversion_status";

    private final World world;
    private final GenericApi generic;

    VerificationAttempts(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    private static String shelf(GenericRequest it) {
        return it.shelf("/v2/Attempts");
    }

    /** Records an attempt, and returns it as the verification shows it. */
    ObjectNode record(GenericRequest it, Resource verification, String channel) {
        String now = Dates.ISO_8601.write(world.clock().instant());
        String sid = world.sids().next("VL");
        ObjectNode fields = Json.object();
        fields.put("sid", sid);
        fields.put("account_sid", verification.text("account_sid"));
        fields.put("service_sid", verification.text("service_sid"));
        fields.put("verification_sid", verification.sid());
        fields.put("channel", channel);
        fields.put(STATUS, "unconverted");
        fields.put("date_created", now);
        fields.put("date_updated", now);
        fields.set("price", Json.object().putNull("value").put("currency", "usd"));
        String to = verification.text("to");
        fields.set(
                "channel_data",
                Json.object().put("to", to).put("country", NumberDetails.of(to).country()));
        Resource attempt =
                world.resources().add(shelf(it), sid, fields, world.clock().instant());
        world.resources().finish(shelf(it), attempt);
        ObjectNode shown = Json.object();
        shown.put("time", now);
        shown.put("channel", channel.toUpperCase(Locale.ROOT));
        shown.put("attempt_sid", sid);
        return shown;
    }

    /** Marks the latest attempt of an approved verification. */
    void convert(GenericRequest it, Resource verification) {
        Selection wanted = Selection.NEWEST_FIRST.with("verification_sid", verification.sid());
        world.resources()
                .list(shelf(it), wanted)
                .after(Listing.START, 1)
                .forEach(attempt -> attempt.resource()
                        .set(STATUS, CONVERTED)
                        .setDate("date_updated", world.clock().instant()));
    }

    WebhookResponse list(GenericRequest it) {
        return generic.page(it, wanted(it));
    }

    WebhookResponse summary(GenericRequest it) {
        List<Resource> wanted = wanted(it).all();
        long converted =
                wanted.stream().filter(attempt -> attempt.is(STATUS, CONVERTED)).count();
        ObjectNode summary = Json.object();
        summary.put("total_attempts", wanted.size());
        summary.put("total_converted", converted);
        summary.put("total_unconverted", wanted.size() - converted);
        summary.put("conversion_rate_percentage", percentage(converted, wanted.size()));
        return it.answer(summary);
    }

    private static String percentage(long part, long whole) {
        return whole == 0
                ? "0.00"
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private Listing wanted(GenericRequest it) {
        return world.resources().list(shelf(it), Selection.NEWEST_FIRST.and(attempt -> matches(attempt, it)));
    }

    private static boolean matches(Resource attempt, GenericRequest it) {
        var data = attempt.get("channel_data");
        return is(it.query("VerifyServiceSid"), attempt.text("service_sid"))
                && is(it.query("VerificationSid"), attempt.text("verification_sid"))
                && is(it.query("Channel"), attempt.text("channel"))
                && is(it.query("Status"), attempt.text(STATUS))
                && is(it.query("ChannelData.To"), data.path("to").asText())
                && is(it.query("Country"), data.path("country").asText())
                && data.path("to").asText().startsWith(it.query("DestinationPrefix"))
                && DateFilter.matches(attempt, "date_created", it.exchange(), "DateCreatedAfter", "DateCreatedBefore");
    }

    private static boolean is(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
