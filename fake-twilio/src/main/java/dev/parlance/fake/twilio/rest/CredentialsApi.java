package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Accounts.AccessToken;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What applications log in with besides the auth token: secondary auth tokens, keys with a policy, OAuth apps. */
final class CredentialsApi {
    private static final String APPS = "/v1/Account/OAuthApps";
    private static final int USUAL_SECONDS = 3_600;
    private static final int MAX_PERMISSIONS = 100;

    private final World world;

    CredentialsApi(World world) {
        this.world = world;
    }

    void routes(Routes accounts, Routes iam, Effects effects) {
        accounts.post("/v1/AuthTokens/Secondary", this::createSecondary)
                .delete("/v1/AuthTokens/Secondary", this::deleteSecondary)
                .post("/v1/AuthTokens/Promote", this::promote);
        new Collection(world, iam, world.owned().keys(), "/v1/Keys", Map.of())
                .asDocumented()
                .lists()
                .fetches()
                .posts(this::key)
                .updates(this::change)
                .deletes();
        effects.after("POST", "iam", APPS, this::app)
                .after("POST", "iam", "/v1/token", this::token)
                .after("POST", "oauth", "/v1/token", this::token)
                .after("POST", "oauth", "/v2/token", this::token);
    }

    private WebhookResponse createSecondary(WebhookRequest request) {
        Resource account = Login.account(world, request);
        String token = world.accounts().createSecondaryToken(account.sid());
        return Documented.single(request, described(account).put("secondary_auth_token", token));
    }

    private WebhookResponse deleteSecondary(WebhookRequest request) {
        Resource account = Login.account(world, request);
        secondaryToken(account, request);
        world.accounts().deleteSecondaryToken(account.sid());
        return WebhookResponse.noContent();
    }

    private WebhookResponse promote(WebhookRequest request) {
        Resource account = Login.account(world, request);
        account.set("auth_token", secondaryToken(account, request));
        world.accounts().deleteSecondaryToken(account.sid());
        world.accounts().shelf().touch(account);
        return Documented.single(request, described(account).put("auth_token", account.text("auth_token")));
    }

    private String secondaryToken(Resource account, WebhookRequest request) {
        return world.accounts()
                .secondaryToken(account.sid())
                .orElseThrow(() -> ApiError.notFound(request.path().substring("/v1".length())));
    }

    private ObjectNode described(Resource account) {
        String now = Dates.ISO_8601.write(world.clock().instant());
        return Json.object()
                .put("account_sid", account.sid())
                .put("date_created", now)
                .put("date_updated", now);
    }

    /** Creates a key. Only this response contains the secret. */
    private WebhookResponse key(Exchange exchange) {
        String account = exchange.form("AccountSid");
        if (!Login.canAccess(world.accounts().get(exchange.account()), world, account)) {
            throw Login.refused("Authenticate");
        }
        String secret = world.owned().nextKeySecret();
        Resource key = world.owned().keys().blank(Map.of("account_sid", account, "secret", secret));
        change(key, exchange);
        world.owned().keys().add(key);
        return Json.answer(201, Documented.object(key, exchange).put("secret", secret));
    }

    private void change(Resource key, Exchange exchange) {
        Fields.set(key, exchange);
        if (exchange.has("Policy")) {
            JsonNode policy = policy(exchange.form("Policy"));
            key.set("_policy", policy);
            key.set("policy", policy);
        } else if (exchange.form("KeyType").equals("restricted")) {
            throw ApiError.badRequest(20001, "Missing required parameter Policy in the post body");
        }
    }

    private static JsonNode policy(String json) {
        try {
            JsonNode policy = Json.read(json);
            JsonNode allowed = policy.path("allow");
            if (allowed.isArray() && !allowed.isEmpty() && allowed.size() <= MAX_PERMISSIONS) {
                return policy;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, "Policy is not valid JSON: " + e.getOriginalMessage());
        }
        throw ApiError.badRequest(20001, "Policy must allow 1 to 100 permissions: {\"allow\": [\"/twilio/…\"]}");
    }

    private void app(Resource app, Exchange exchange) {
        String secret = world.owned().nextKeySecret();
        app.set("secret", secret).set("status", "active");
    }

    /** The app with this SID. Requests for tokens don't name its account. */
    private Optional<Resource> find(String app) {
        return world.accounts().shelf().oldestFirst().stream()
                .flatMap(account -> world.resources().find(account.sid() + " iam" + APPS, app).stream())
                .findFirst();
    }

    /** Exchanges an app's credentials for an access token. */
    private void token(Resource token, Exchange exchange) {
        String type = parameter(exchange, "grant_type");
        if (!type.equals("client_credentials")) {
            throw ApiError.badRequest(20001, "Unsupported grant_type: \"" + type + '"');
        }
        Resource app = find(parameter(exchange, "client_id"))
                .filter(known -> known.is("secret", parameter(exchange, "client_secret")))
                .orElseThrow(() -> Login.refused("Authentication Error - invalid client credentials"));
        int seconds = app.filled("access_token_ttl")
                .map(Integer::parseInt)
                .filter(ttl -> ttl > 0)
                .orElse(USUAL_SECONDS);
        Instant expiry = world.clock().instant().plusSeconds(seconds);
        String account = app.text("account_sid");
        String access = jwt(app.sid(), account, expiry);
        JsonNode policy = app.get("policy").path("allow").isEmpty() ? MissingNode.getInstance() : app.get("policy");
        world.accounts().grant(access, new AccessToken(account, policy, expiry));
        token.set("access_token", access).set("token_type", "Bearer").set("expires_in", seconds);
    }

    /** Version 1 of the API writes these parameters with capitals. */
    private static String parameter(Exchange exchange, String name) {
        StringBuilder capitals = new StringBuilder();
        for (String word : name.split("_", -1)) {
            capitals.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word, 1, word.length());
        }
        return exchange.has(name) ? exchange.form(name) : exchange.form(capitals.toString());
    }

    /** A token that clients can read the expiry from. Nobody can verify its signature. */
    private String jwt(String app, String account, Instant expiry) {
        ObjectNode claims = Json.object()
                .put("iss", app)
                .put("sub", account)
                .put("iat", world.clock().instant().getEpochSecond())
                .put("exp", expiry.getEpochSecond())
                .put("jti", world.sids().next("JT"));
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims.toString()) + "." + base64("fake");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
