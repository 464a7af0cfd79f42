package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Place;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form parameters of a call's webhooks. */
final class CallForm {
    private final World world;
    private final Resource call;

    CallForm(World world, Resource call) {
        this.world = world;
        this.call = call;
    }

    /** The parameters of every webhook of the call, and these. */
    Parameters with(String... namesAndValues) {
        return withStatus(call.text("status"), namesAndValues);
    }

    private Parameters withStatus(String status, String... namesAndValues) {
        List<String> form = new ArrayList<>(List.of(
                "AccountSid", call.text("account_sid"),
                "ApiVersion", "2010-04-01",
                "CallSid", call.sid(),
                "CallStatus", status,
                "Direction", call.text("direction")));
        addParty(form, "Caller", call.text("from"));
        addParty(form, "From", call.text("from"));
        addParty(form, "Called", call.text("to"));
        addParty(form, "To", call.text("to"));
        call.filled("parent_call_sid").ifPresent(sid -> form.addAll(List.of("ParentCallSid", sid)));
        call.filled("answered_by").ifPresent(who -> form.addAll(List.of("AnsweredBy", who)));
        form.addAll(Arrays.asList(namesAndValues));
        return Parameters.of(form.toArray(String[]::new));
    }

    private void addParty(List<String> form, String prefix, String address) {
        Place place = world.handset(address).place();
        form.addAll(List.of(
                prefix,
                address,
                prefix + "City",
                place.city(),
                prefix + "Country",
                place.country(),
                prefix + "State",
                place.state(),
                prefix + "Zip",
                place.zip()));
    }

    /** The parameters of a status callback. Its status can be {@code initiated}, which the resource never has. */
    Parameters progress(int number, String status) {
        List<String> more = new ArrayList<>(List.of(
                "CallbackSource", "call-progress-events",
                "SequenceNumber", Integer.toString(number),
                "Timestamp", Dates.RFC_2822.write(world.clock().instant())));
        call.filled("duration").ifPresent(seconds -> {
            long minutes = (Long.parseLong(seconds) + 59) / 60;
            more.addAll(List.of("CallDuration", seconds, "Duration", Long.toString(minutes)));
        });
        sipResponse(status).ifPresent(code -> more.addAll(List.of("SipResponseCode", code)));
        return withStatus(status, more.toArray(String[]::new));
    }

    /** How the phone's network responded to a call from the account that has ended. */
    private Optional<String> sipResponse(String status) {
        if (!call.text("direction").startsWith("outbound")) {
            return Optional.empty();
        }
        return switch (status) {
            case "completed" -> Optional.of("200");
            case "busy" -> Optional.of("486");
            case "no-answer", "canceled" -> Optional.of("487");
            case "failed" -> Optional.of("404");
            default -> Optional.empty();
        };
    }

    /** The token with which an application can place a call that shows the caller of this one. */
    String callToken() {
        return URLEncoder.encode(
                "{\"parentCallInfoToken\":\"" + call.sid() + "\",\"identityHeaderTokens\":[]}", StandardCharsets.UTF_8);
    }

    /** Sends a webhook whose response does not matter. */
    void send(String url, String method, Parameters parameters) {
        world.notifyApplication(call.text("account_sid"), url, method, parameters);
    }
}
