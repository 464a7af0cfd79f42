package dev.parlance.fake.twilio.rest;

import java.util.Map;

/**
 * Where a generic resource is.
 *
 * @param account the account that owns it
 * @param host the host without {@code .twilio.com}
 * @param collection the path of its collection, or its own path if it has none
 * @param key the last part of its path as requested, usually its SID; empty if it has no collection
 * @param values the path variables as fields: {@code service_sid}
 */
record GenericPlace(String account, String host, String collection, String key, Map<String, String> values) {
    /** The name of the collection in {@link dev.parlance.fake.twilio.world.Resources}. */
    String shelf() {
        return account + " " + host + collection;
    }

    String path(String sid) {
        return sid.isEmpty() ? collection : collection + "/" + sid;
    }
}
