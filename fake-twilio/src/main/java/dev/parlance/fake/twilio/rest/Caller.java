package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.Resource;

/**
 * Who sends a request.
 *
 * @param account the account
 * @param kind what the request was authenticated with
 * @param policy the permissions of a restricted key or an OAuth app; otherwise missing
 */
record Caller(Resource account, Kind kind, JsonNode policy) {
    /** What requests are authenticated with. */
    enum Kind {
        AUTH_TOKEN,
        KEY,
        OAUTH
    }

    boolean isRestricted() {
        return policy.isObject();
    }
}
