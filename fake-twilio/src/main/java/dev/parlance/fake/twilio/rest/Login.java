package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Authenticates requests by auth token or API key. */
final class Login {
    private Login() {}

    /**
     * The authenticated account.
     *
     * @throws ApiError 20003 if authentication fails
     */
    static Resource account(World world, WebhookRequest request) {
        String[] login = basic(request).split(":", 2);
        if (login.length < 2) {
            throw refused("No credentials provided");
        }
        Optional<Resource> account = login[0].startsWith("SK")
                ? world.owned()
                        .keys()
                        .find(login[0])
                        .filter(key -> key.is("_secret", login[1]))
                        .map(key -> world.accounts().get(key.text("_account_sid")))
                : world.accounts().loggedIn(login[0], login[1]);
        return account.filter(known -> !known.is("status", "closed"))
                .orElseThrow(() -> refused(
                        world.accounts().shelf().find(login[0]).isPresent()
                                ? "Authentication Error - invalid password"
                                : "Authentication Error - invalid username"));
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
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("The credentials are not valid base64: " + e.getMessage());
        }
    }
}
