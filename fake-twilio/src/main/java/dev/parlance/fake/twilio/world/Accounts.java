package dev.parlance.fake.twilio.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The main account and its subaccounts. */
public final class Accounts {
    private static final String SECONDARY = "_secondary_token";
    private static final String ACTIVE = "active";

    private final Shelf shelf;
    private final String main;
    private final Map<String, AccessToken> accessTokens = new ConcurrentHashMap<>();
    private int secondaryTokens;

    Accounts(Shelf shelf, String main, String token) {
        this.shelf = shelf;
        this.main = main;
        shelf.add(Map.of("sid", main, "owner", main, "token", token, "friendly_name", "An account of the test kit"));
    }

    /** The SID of the main account. */
    public String main() {
        return main;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Resource addSubaccount(String owner, String friendlyName) {
        Resource subaccount = shelf.blank(Map.of("owner", owner, "token", "", "friendly_name", friendlyName));
        subaccount.set("auth_token", tokenOf(subaccount.sid()));
        return shelf.add(subaccount);
    }

    private static String tokenOf(String sid) {
        return sid.substring(2);
    }

    public Resource get(String sid) {
        return shelf.find(sid).orElseThrow(() -> ApiError.notFound("/2010-04-01/Accounts/" + sid + ".json"));
    }

    public String token(String sid) {
        return get(sid).text("auth_token");
    }

    /** The account with this SID and auth token, primary or secondary. */
    public Optional<Resource> loggedIn(String sid, String token) {
        return shelf.find(sid)
                .filter(account ->
                        account.is("auth_token", token) || (!token.isBlank() && account.is(SECONDARY, token)));
    }

    /** Creates a secondary auth token. The account can log in with both. */
    public String createSecondaryToken(String sid) {
        String token = "%032x".formatted(++secondaryTokens);
        get(sid).set(SECONDARY, token);
        return token;
    }

    public Optional<String> secondaryToken(String sid) {
        return get(sid).filled(SECONDARY);
    }

    public void deleteSecondaryToken(String sid) {
        get(sid).set(SECONDARY, "");
    }

    /**
     * An OAuth access token.
     *
     * @param policy what it permits
     */
    public record AccessToken(String account, JsonNode policy, Instant expiry) {}

    public void grant(String token, AccessToken granted) {
        accessTokens.put(token, granted);
    }

    /** An access token that has not expired. */
    public Optional<AccessToken> accessToken(String token, Instant now) {
        return Optional.ofNullable(accessTokens.get(token)).filter(known -> now.isBefore(known.expiry()));
    }

    /** Whether an account and the one that owns it are neither suspended nor closed. */
    public boolean isActive(String sid) {
        Resource account = get(sid);
        return account.is("status", ACTIVE)
                && shelf.find(account.text("owner_account_sid"))
                        .filter(owner -> owner.is("status", ACTIVE))
                        .isPresent();
    }

    public boolean isTrial(String sid) {
        return get(sid).is("type", "Trial");
    }

    void copyTo(Accounts other) {
        shelf.copyTo(other.shelf);
        other.accessTokens.putAll(accessTokens);
        other.secondaryTokens = secondaryTokens;
    }
}
