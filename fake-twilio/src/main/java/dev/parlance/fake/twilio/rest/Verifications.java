package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.internal.Timeline.Timer;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Verifications: a code is sent, resent, and checked. One ends after ten minutes, or when it is approved. */
final class Verifications {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MAX_SENDS = 5;
    private static final int MAX_CHECKS = 5;
    private static final Set<String> CHANNELS = Set.of("sms", "call", "whatsapp", "email");
    private static final String PENDING = "pending";
    private static final String APPROVED = "approved";
    private static final String EXHAUSTED = "max_attempts_reached";

    private final World world;
    private final VerificationSender sender;
    private final VerificationAttempts attempts;
    private final VerifyRateLimits rateLimits;
    private final Map<String, Timer> expiries = new ConcurrentHashMap<>();
    private long codes;

    Verifications(World world, Telephony telephony, VerificationAttempts attempts) {
        this.world = world;
        this.attempts = attempts;
        this.sender = new VerificationSender(world, telephony);
        this.rateLimits = new VerifyRateLimits(world);
    }

    synchronized WebhookResponse start(GenericRequest it) {
        Resource service = service(it);
        String channel = it.form("Channel").toLowerCase(Locale.ROOT);
        String to = recipient(it, service, channel);
        checkOptions(it, service);
        rateLimits.count(it, service, it.form("RateLimits"));
        Resource verification = current(shelf(it, service), to).orElseGet(() -> create(it, service, to));
        if (verification.is("status", EXHAUSTED)) {
            throw tooManyChecks();
        }
        var sent = verification.get("send_code_attempts");
        if (sent.size() >= MAX_SENDS) {
            throw new ApiError(429, 60203, "Max send attempts reached");
        }
        verification.set("channel", channel);
        verification.set("send_code_attempts", copyWith(sent, attempts.record(it, verification, channel)));
        verification.setDate("date_updated", world.clock().instant());
        sender.send(service, verification, channel, it.form("SendDigits"));
        return it.answer(verification);
    }

    private static ArrayNode copyWith(JsonNode list, ObjectNode more) {
        ArrayNode all = Json.array();
        list.forEach(all::add);
        return all.add(more);
    }

    private Resource create(GenericRequest it, Resource service, String to) {
        ObjectNode fields = it.known();
        fields.put("service_sid", service.sid());
        fields.put("to", to);
        fields.put("status", PENDING);
        fields.put("valid", false);
        fields.set("lookup", lookup(service, to));
        fields.set("send_code_attempts", Json.array());
        fields.put("_code", it.form("CustomCode").isEmpty() ? nextCode(service) : it.form("CustomCode"));
        fields.put("_checks", 0);
        fields.put("_friendly_name", it.form("CustomFriendlyName"));
        it.exchange().form().nonEmpty("Amount").ifPresent(amount -> fields.put("amount", amount));
        it.exchange().form().nonEmpty("Payee").ifPresent(payee -> fields.put("payee", payee));
        String sid = world.sids().next("VE");
        fields.put("sid", sid);
        fields.put("date_created", world.clock().instant().toString());
        String shelf = shelf(it, service);
        Resource verification =
                world.resources().add(shelf, sid, fields, world.clock().instant());
        String what = "expiry of the code for " + verification.text("to");
        Timer expiry =
                world.timeline().at(world.clock().instant().plus(LIFETIME), what, () -> finish(shelf, verification));
        expiries.put(sid, expiry);
        return verification;
    }

    /** A verification that was canceled or has expired may be forgotten. */
    private void finish(String shelf, Resource verification) {
        endTimer(verification);
        world.resources().finish(shelf, verification);
    }

    private void endTimer(Resource verification) {
        Optional.ofNullable(expiries.remove(verification.sid())).ifPresent(Timer::cancel);
    }

    /** A code that differs from the last ones, and is the same in each run. */
    private String nextCode(Resource service) {
        int length = service.get("code_length").asInt(6);
        long limit = (long) Math.pow(10, length);
        long code = (++codes * 7_368_787L + 271_828L) % limit;
        return String.format(Locale.ROOT, "%0" + length + "d", code);
    }

    private ObjectNode lookup(Resource service, String to) {
        ObjectNode lookup = Json.object();
        if (service.is("lookup_enabled", "true")) {
            lookup.set("carrier", Lines.carrier(world, to));
        }
        return lookup;
    }

    private String recipient(GenericRequest it, Resource service, String channel) {
        if (channel.equals("sna")) {
            throw ApiError.badRequest(60001, "Downstream Authentication Failed");
        }
        if (!CHANNELS.contains(channel)) {
            throw VerifyApi.invalid("Channel");
        }
        if (channel.equals("email")) {
            if (!service.is("_mailer", "true")) {
                throw ApiError.badRequest(60217, "A Mailer must be associated with the service");
            }
            if (!it.form("To").contains("@")) {
                throw VerifyApi.invalid("To");
            }
            return it.form("To");
        }
        String to = number(it.form("To"));
        boolean isVerified =
                world.owned().callerIds().first(id -> id.is("phone_number", to)).isPresent();
        if (world.accounts().isTrial(it.place().account()) && !isVerified) {
            throw ApiError.badRequest(
                    21608,
                    "The phone number is unverified. Trial accounts cannot send messages to unverified numbers: " + to);
        }
        boolean skipsLandlines = service.is("lookup_enabled", "true") && service.is("skip_sms_to_landlines", "true");
        if (channel.equals("sms") && skipsLandlines && Lines.isLandline(world, to)) {
            throw new ApiError(403, 60205, "SMS is not supported by landline phone number");
        }
        return to;
    }

    private static String number(String to) {
        String number = PhoneNumbers.normalized(to);
        if (!number.startsWith("+") || !NumberDetails.of(number).isValid()) {
            throw ApiError.badRequest(60200, "Invalid parameter `To`: " + to);
        }
        return number;
    }

    private static void checkOptions(GenericRequest it, Resource service) {
        String code = it.form("CustomCode");
        if (!code.isEmpty()) {
            if (!service.is("custom_code_enabled", "true")) {
                throw new ApiError(403, 60204, "Custom code not allowed");
            }
            if (!code.matches("\\w{4,10}")) {
                throw VerifyApi.invalid("CustomCode");
            }
        }
        if (!it.form("Locale").isEmpty() && !VerificationText.isLocale(it.form("Locale"))) {
            throw VerifyApi.invalid("Locale");
        }
    }

    WebhookResponse fetch(GenericRequest it) {
        return it.answer(find(it));
    }

    synchronized WebhookResponse update(GenericRequest it) {
        Resource verification = find(it);
        if (!verification.is("status", PENDING) && !verification.is("status", EXHAUSTED)) {
            throw GenericPaths.notFound(it.request());
        }
        if (it.form("Status").equals(APPROVED)) {
            approve(it, verification);
        } else {
            verification.set("status", "canceled");
            finish(shelf(it, service(it)), verification);
        }
        verification.setDate("date_updated", world.clock().instant());
        return it.answer(verification);
    }

    synchronized WebhookResponse check(GenericRequest it) {
        if (it.form("Code").isEmpty()) {
            throw VerifyApi.invalid("Code");
        }
        Resource verification = checked(it);
        if (verification.is("status", EXHAUSTED)) {
            throw tooManyChecks();
        }
        if (isRight(it, verification)) {
            approve(it, verification);
            return it.answer(verification);
        }
        WebhookResponse wrong = it.answer(verification);
        int checks = verification.get("_checks").asInt() + 1;
        verification.set("_checks", checks);
        if (checks >= MAX_CHECKS) {
            verification.set("status", EXHAUSTED);
        }
        return wrong;
    }

    private Resource checked(GenericRequest it) {
        String shelf = shelf(it, service(it));
        String sid = it.form("VerificationSid");
        if (sid.isEmpty() && it.form("To").isEmpty()) {
            throw VerifyApi.invalid("To");
        }
        Optional<Resource> found = sid.isEmpty()
                ? current(shelf, address(it.form("To")))
                : world.resources().find(shelf, sid).filter(this::isCurrent);
        return found.orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private static String address(String to) {
        return to.contains("@") ? to : number(to);
    }

    private static boolean isRight(GenericRequest it, Resource verification) {
        return verification.is("_code", it.form("Code"))
                && verification.is("amount", it.form("Amount"))
                && verification.is("payee", it.form("Payee"));
    }

    /** An approved verification can't be found any more. */
    private void approve(GenericRequest it, Resource verification) {
        verification
                .set("status", APPROVED)
                .set("valid", "true")
                .setDate("date_updated", world.clock().instant());
        attempts.convert(it, verification);
        endTimer(verification);
        world.resources()
                .remove(
                        it.shelf("/v2/Services/" + verification.text("service_sid") + "/Verifications"),
                        verification.sid());
    }

    private Resource service(GenericRequest it) {
        String sid = it.place().values().getOrDefault("service_sid", "");
        return world.resources()
                .find(it.shelf("/v2/Services"), sid)
                .orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private static String shelf(GenericRequest it, Resource service) {
        return it.shelf("/v2/Services/" + service.sid() + "/Verifications");
    }

    /** The verification in the path, by its SID or by the person's address. */
    private Resource find(GenericRequest it) {
        String shelf = shelf(it, service(it));
        String key = it.place().key();
        return world.resources()
                .find(shelf, key)
                .filter(verification -> verification.is("status", "canceled") || isCurrent(verification))
                .or(() -> current(shelf, PhoneNumbers.normalized(key)))
                .orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private Optional<Resource> current(String shelf, String to) {
        return world.resources()
                .firstWith(shelf, "to", to, verification -> verification.is("to", to) && isCurrent(verification));
    }

    private boolean isCurrent(Resource verification) {
        return !verification.is("status", "canceled")
                && world.clock().instant().isBefore(verification.created().plus(LIFETIME));
    }

    private static ApiError tooManyChecks() {
        return new ApiError(429, 60202, "Max check attempts reached");
    }
}
