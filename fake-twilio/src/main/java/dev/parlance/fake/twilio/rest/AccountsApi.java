package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;

/** Accounts, API keys, and tokens for STUN and TURN. */
final class AccountsApi {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account_sid}";

    private final World world;

    AccountsApi(World world) {
        this.world = world;
    }

    void routes(Routes routes) {
        new Collection(world, routes, world.accounts().shelf(), "/2010-04-01/Accounts", Map.of())
                .filteredBy((account, exchange) -> Login.canAccess(own(exchange), world, account.sid()))
                .filteredBy("FriendlyName", "Status")
                .lists()
                .fetches()
                .creates(this::subaccount)
                .updates();
        Shelf keys = world.owned().keys();
        for (String kind : new String[] {"Keys", "SigningKeys"}) {
            new Collection(world, routes, keys, ACCOUNT + "/" + kind, Map.of())
                    .listedAs(Fields.snake(kind))
                    .lists()
                    .fetches()
                    .posts(this::key)
                    .updates()
                    .deletes();
        }
        new Collection(world, routes, keys, ACCOUNT + "/Tokens", Map.of()).posts(this::token);
    }

    private Resource own(Exchange exchange) {
        return world.accounts().get(exchange.account());
    }

    private Resource subaccount(Exchange exchange) {
        String name = exchange.has("FriendlyName") ? exchange.form("FriendlyName") : "SubAccount";
        return world.accounts().addSubaccount(exchange.account(), name);
    }

    /** Creates a key. Only this response contains the secret. */
    private WebhookResponse key(Exchange exchange) {
        String secret = world.owned().nextKeySecret();
        Resource key = world.owned().keys().add(exchange.with("secret", secret));
        Fields.set(key, exchange);
        ObjectNode json = key.json();
        json.put("secret", secret);
        return Json.answer(201, json);
    }

    private WebhookResponse token(Exchange exchange) {
        String now = Dates.RFC_2822.write(world.clock().instant());
        ObjectNode server = Json.object();
        server.put("url", "stun:global.stun.twilio.com:3478");
        server.put("urls", "stun:global.stun.twilio.com:3478");
        ObjectNode token = Json.object();
        token.put("account_sid", exchange.account());
        token.put("date_created", now);
        token.put("date_updated", now);
        token.set("ice_servers", Json.array().add(server));
        token.put("password", "no-password-of-the-fake");
        token.put("ttl", exchange.has("Ttl") ? exchange.form("Ttl") : "86400");
        token.put("username", "no-user-of-the-fake");
        return Json.answer(201, token);
    }
}
