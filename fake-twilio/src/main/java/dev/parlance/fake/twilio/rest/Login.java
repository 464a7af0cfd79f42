package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.fake.twilio.rest.Caller.Kind;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Authenticates requests by auth token, API key or OAuth access token. */
final class Login {
    private Login() {}

    /**
     * The authenticated account.
     *
     * @throws ApiError 20003 if authentication fails
     */
    static Resource account(World world, WebhookRequest request) {
        return caller(world, request).account();
    }

    /**
     * Who sends a request.
     *
     * @throws ApiError 20003 if authentication fails
     */
    static Caller caller(World world, WebhookRequest request) {
        Optional<String> bearer = after("Bearer ", request);
        return bearer.isPresent() ? byAccessToken(world, bearer.get()) : byPassword(world, request);
    }

    private static Caller byAccessToken(World world, String token) {
        return world.accounts()
                .accessToken(token, world.clock().instant())
                .map(granted -> new Caller(world.accounts().get(granted.account()), Kind.OAUTH, granted.policy()))
                .filter(caller -> isOpen(caller.account()))
                .orElseThrow(() -> refused("Authentication Error - invalid access token"));
    }

    private static Caller byPassword(World world, WebhookRequest request) {
        String[] login = basic(request).split(":", 2);
        if (login.length < 2) {
            throw refused("No credentials provided");
        }
        Optional<Caller> caller = login[0].startsWith("SK")
                ? world.owned()
                        .keys()
                        .find(login[0])
                        .filter(key -> key.is("_secret", login[1]))
                        .map(key -> new Caller(
                                world.accounts().get(key.text("_account_sid")), Kind.KEY, key.get("_policy")))
                : world.accounts()
                        .loggedIn(login[0], login[1])
                        .map(account -> new Caller(account, Kind.AUTH_TOKEN, MissingNode.getInstance()));
        return caller.filter(known -> isOpen(known.account()))
                .orElseThrow(() -> refused(
                        world.accounts().shelf().find(login[0]).isPresent()
                                ? "Authentication Error - invalid password"
                                : "Authentication Error - invalid username"));
    }

    private static boolean isOpen(Resource account) {
        return !account.is("status", "closed");
    }

    /** Whether an account can access another: itself and its subaccounts. */
    static boolean canAccess(Resource account, World world, String sid) {
        return account.sid().equals(sid)
                || world.accounts()
                        .shelf()
                        .find(sid)
                        .filter(other -> other.is("owner_account_sid", account.sid()))
                        .isPresent();
    }

    static ApiError refused(String why) {
        return new ApiError(401, 20003, why);
    }

    /** The header with which an account logs in. */
    static String header(String sid, String token) {
        return "Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(WebhookRequest request) {
        try {
            return after("Basic ", request)
                    .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException e) {
            throw refused("The credentials are not valid base64: " + e.getMessage());
        }
    }

    /** What follows a scheme in the {@code Authorization} header; empty for another scheme. */
    private static Optional<String> after(String scheme, WebhookRequest request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()).strip());
    }
}
