package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The factors and challenges of a person's authenticator app. Factors of other types are only stored. */
final class VerifyFactors {
    private static final String ENTITIES = "/v2/Services/{service}/Entities";
    private static final String ENTITY = ENTITIES + "/{identity}";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String VERIFIED = "verified";
    private static final List<String> SETTINGS = List.of("TimeStep", "Skew", "CodeLength");

    private final World world;
    private final GenericApi generic;

    VerifyFactors(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    void routes(Routes routes) {
        routes.post(ENTITIES, generic.handler(this::createEntity));
        WebhookHandler create = generic.handler(this::createFactor);
        routes.post(ENTITY + "/Factors", request -> {
            addEntity(request);
            return create.handle(request);
        });
        routes.post(ENTITY + "/Factors/{sid}", generic.handler(this::changeFactor));
        routes.post(ENTITY + "/Challenges", generic.handler(this::createChallenge));
        routes.post(ENTITY + "/Challenges/{sid}", generic.handler(this::answerChallenge));
    }

    private WebhookResponse createEntity(GenericRequest it) {
        return it.answer(
                generic.create(it, Json.object().put("sid", world.sids().next("YE"))));
    }

    /** A new factor creates the entity of its person. */
    private void addEntity(WebhookRequest request) {
        String account = Login.account(world, request).sid();
        List<String> segments = List.of(request.path().split("/", -1));
        String service = segments.get(3);
        String identity = URLDecoder.decode(segments.get(5).replace("+", "%2B"), StandardCharsets.UTF_8);
        String services = account + " verify/v2/Services";
        String entities = services + "/" + service + "/Entities";
        if (world.resources().find(services, service).isEmpty()
                || world.resources().find(entities, identity).isPresent()) {
            return;
        }
        String now = world.clock().instant().toString();
        ObjectNode entity = Json.object()
                .put("sid", world.sids().next("YE"))
                .put("account_sid", account)
                .put("service_sid", service)
                .put("identity", identity)
                .put("date_created", now)
                .put("date_updated", now);
        world.resources().add(entities, identity, entity, world.clock().instant());
    }

    private WebhookResponse createFactor(GenericRequest it) {
        ObjectNode fields = below(it);
        fields.put("status", "unverified");
        if (!it.form("FactorType").equals("totp")) {
            return it.answer(generic.create(it, fields));
        }
        String given = it.form("Binding.Secret");
        if (!given.isEmpty() && !Totp.isSecret(given)) {
            throw VerifyApi.invalid("Binding.Secret");
        }
        VerifyApi.checkAuthenticator(it, "Config");
        String sid = world.sids().next("YF");
        String secret = given.isEmpty() ? Totp.secretOf(sid) : given;
        ObjectNode config = config(it, service(it).get("totp"));
        fields.put("sid", sid);
        fields.put("_secret", secret);
        Resource factor = generic.create(it, fields).set("config", config);
        factor.set("binding", Json.object().put("secret", secret).put("uri", uri(it, secret, config)));
        return it.answer(factor);
    }

    private ObjectNode below(GenericRequest it) {
        Resource entity = entity(it);
        return Json.object().put("entity_sid", entity.text("sid")).put("identity", entity.text("identity"));
    }

    private String path(GenericRequest it) {
        return "/v2/Services/" + it.place().values().get("service_sid") + "/Entities";
    }

    private Resource entity(GenericRequest it) {
        return world.resources()
                .find(it.shelf(path(it)), it.place().values().getOrDefault("identity", ""))
                .orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    private Resource service(GenericRequest it) {
        return world.resources()
                .find(it.shelf("/v2/Services"), it.place().values().getOrDefault("service_sid", ""))
                .orElseThrow(() -> GenericPaths.notFound(it.request()));
    }

    /** The settings of an app: those of the request, otherwise those known before. */
    private static ObjectNode config(GenericRequest it, JsonNode before) {
        String algorithm = before.path("alg").asText("sha1");
        ObjectNode config = Json.object();
        config.put("alg", it.exchange().form().nonEmpty("Config.Alg").orElse(algorithm));
        for (String setting : SETTINGS) {
            String field = Fields.snake(setting);
            String given = it.form("Config." + setting);
            config.put(field, given.isEmpty() ? before.path(field).asInt() : Integer.parseInt(given));
        }
        return config;
    }

    private String uri(GenericRequest it, String secret, ObjectNode config) {
        String issuer = encoded(service(it).get("totp").path("issuer").asText());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
                .formatted(
                        issuer,
                        encoded(it.form("FriendlyName")),
                        secret,
                        issuer,
                        config.path("alg").asText().toUpperCase(Locale.ROOT),
                        config.path("code_length").asInt(),
                        config.path("time_step").asInt());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private WebhookResponse changeFactor(GenericRequest it) {
        VerifyApi.checkAuthenticator(it, "Config");
        Resource factor = generic.fetch(it);
        ObjectNode config = config(it, factor.get("config"));
        generic.change(factor, it);
        if (factor.is("factor_type", "totp")) {
            factor.set("config", config);
        }
        String code = it.form("AuthPayload");
        if (!code.isEmpty() && accepts(factor, code)) {
            factor.set("status", VERIFIED);
        }
        return it.answer(factor);
    }

    private boolean accepts(Resource factor, String code) {
        return factor.filled("_secret")
                .filter(secret -> Totp.of(secret, factor.get("config"))
                        .accepts(code, world.clock().instant()))
                .isPresent();
    }

    private WebhookResponse createChallenge(GenericRequest it) {
        Resource factor = factor(it, it.form("FactorSid"));
        if (factor.is("factor_type", "totp") && !factor.is("status", VERIFIED)) {
            throw VerifyApi.invalid("FactorSid");
        }
        ObjectNode fields = below(it);
        fields.put("factor_sid", factor.sid());
        fields.put("factor_type", factor.text("factor_type"));
        fields.put("status", "pending");
        fields.put("expiration_date", world.clock().instant().plus(PATIENCE).toString());
        return it.answer(answered(generic.create(it, fields), factor, it.form("AuthPayload")));
    }

    private Resource factor(GenericRequest it, String sid) {
        String identity = it.place().values().getOrDefault("identity", "");
        return world.resources()
                .find(it.shelf(path(it) + "/" + identity + "/Factors"), sid)
                .orElseThrow(() -> VerifyApi.invalid("FactorSid"));
    }

    private WebhookResponse answerChallenge(GenericRequest it) {
        Resource challenge = generic.fetch(it);
        Resource factor = factor(it, challenge.text("factor_sid"));
        return it.answer(answered(generic.change(challenge, it), factor, it.form("AuthPayload")));
    }

    /** A right code approves a challenge, until it expires. */
    private Resource answered(Resource challenge, Resource factor, String code) {
        boolean isPending = challenge.is("status", "pending");
        boolean isLate = challenge
                .date("expiration_date")
                .filter(end -> end.isBefore(world.clock().instant()))
                .isPresent();
        if (isPending && isLate) {
            challenge.set("status", "expired");
        } else if (isPending && accepts(factor, code)) {
            challenge
                    .set("status", "approved")
                    .setDate("date_responded", world.clock().instant());
        }
        return challenge;
    }
}
