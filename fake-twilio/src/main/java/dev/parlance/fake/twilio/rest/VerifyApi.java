package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.Set;

/** Verify: services, and what is below them. */
final class VerifyApi {
    private static final String SERVICE = "/v2/Services/{service}";
    private static final int MAX_DIGITS_IN_NAME = 4;
    private static final int MAX_NAME = 32;
    private static final int MIN_CODE = 4;
    private static final int MAX_CODE = 10;
    private static final Set<String> GROUPS = Set.of("push", "totp", "whatsapp", "passkeys");

    private final GenericApi generic;
    private final Verifications verifications;
    private final VerificationAttempts attempts;
    private final VerifyFactors factors;

    VerifyApi(World world, Telephony telephony, GenericApi generic) {
        this.generic = generic;
        this.attempts = new VerificationAttempts(world, generic);
        this.verifications = new Verifications(world, telephony, attempts);
        this.factors = new VerifyFactors(world, generic);
    }

    void routes(Routes routes) {
        routes.post("/v2/Services", generic.handler(this::create));
        routes.post(SERVICE, generic.handler(this::change));
        routes.post(SERVICE + "/Verifications", generic.handler(verifications::start));
        routes.get(SERVICE + "/Verifications/{sid}", generic.handler(verifications::fetch));
        routes.post(SERVICE + "/Verifications/{sid}", generic.handler(verifications::update));
        routes.post(SERVICE + "/VerificationCheck", generic.handler(verifications::check));
        routes.get("/v2/Attempts", generic.handler(attempts::list));
        routes.get("/v2/Attempts/Summary", generic.handler(attempts::summary));
        factors.routes(routes);
    }

    private WebhookResponse create(GenericRequest it) {
        check(it);
        ObjectNode defaults = Json.object();
        defaults.put("code_length", 6);
        defaults.put("dtmf_input_required", true);
        defaults.set("push", Json.object().put("include_date", false));
        defaults.set(
                "totp",
                Json.object()
                        .put("issuer", it.form("FriendlyName"))
                        .put("time_step", 30)
                        .put("code_length", 6)
                        .put("skew", 1));
        ObjectNode form = it.form();
        GROUPS.forEach(group -> merge(defaults, form, group));
        return it.answer(generic.create(it, defaults));
    }

    private WebhookResponse change(GenericRequest it) {
        check(it);
        var service = generic.fetch(it);
        ObjectNode before = service.json();
        ObjectNode form = it.form();
        GROUPS.forEach(group -> merge(before, form, group));
        generic.change(service, it);
        GROUPS.stream().filter(before::has).forEach(group -> service.set(group, before.get(group)));
        return it.answer(service);
    }

    /** Adds the settings of a group in a form to those known before, as numbers where they are numbers. */
    private static void merge(ObjectNode known, ObjectNode form, String group) {
        ObjectNode all = known.path(group) instanceof ObjectNode before ? before : Json.object();
        form.path(group).properties().forEach(setting -> {
            String value = setting.getValue().asText();
            if (value.matches("\\d{1,9}")) {
                all.put(setting.getKey(), Integer.parseInt(value));
            } else {
                all.set(setting.getKey(), setting.getValue());
            }
        });
        if (!all.isEmpty()) {
            known.set(group, all);
            form.remove(group);
        }
    }

    private static void check(GenericRequest it) {
        String name = it.form("FriendlyName");
        long digits = name.chars().filter(Character::isDigit).count();
        if (name.length() > MAX_NAME || digits > MAX_DIGITS_IN_NAME) {
            throw invalid("FriendlyName");
        }
        checkRange(it, "CodeLength", MIN_CODE, MAX_CODE);
        checkAuthenticator(it, "Totp");
    }

    /** Checks the settings of authenticator apps. */
    static void checkAuthenticator(GenericRequest it, String group) {
        checkRange(it, group + ".TimeStep", 20, 60);
        checkRange(it, group + ".Skew", 0, 2);
        checkRange(it, group + ".CodeLength", 3, 8);
    }

    private static void checkRange(GenericRequest it, String parameter, long min, long max) {
        String value = it.form(parameter);
        if (!value.isEmpty() && (Long.parseLong(value) < min || Long.parseLong(value) > max)) {
            throw invalid(parameter);
        }
    }

    static ApiError invalid(String parameter) {
        return ApiError.badRequest(60200, "Invalid parameter: " + parameter);
    }
}
