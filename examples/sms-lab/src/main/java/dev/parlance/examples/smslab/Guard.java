package dev.parlance.examples.smslab;

import dev.parlance.account.AccountException;
import dev.parlance.security.Credentials;
import dev.parlance.serverless.DeployException;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/** Requires the key, and turns exceptions into JSON errors. */
final class Guard implements WebhookHandler {
    private final Credentials key;
    private final WebhookHandler routes;

    Guard(Secret key, WebhookHandler routes) {
        this.key = Credentials.bearer(key);
        this.routes = routes;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        if (!key.accepts(request)) {
            return Json.error(401, "The key is missing or wrong. Send it as Authorization: Bearer …");
        }
        try {
            return routes.handle(request);
        } catch (AccountException e) {
            return Json.error(status(e), e.getMessage());
        } catch (WebhookException e) {
            return Json.error(e.status(), e.getMessage());
        } catch (DeployException e) {
            return Json.error(502, e.getMessage());
        } catch (IllegalArgumentException e) {
            return Json.error(400, e.getMessage());
        }
    }

    /** A request that Twilio refuses is a client error. Everything else, such as refused credentials, is a server error. */
    private static int status(AccountException e) {
        return switch (e.httpStatus().orElse(502)) {
            case 404 -> 404;
            case 400, 409 -> 400;
            default -> 502;
        };
    }
}
