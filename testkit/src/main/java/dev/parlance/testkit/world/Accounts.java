package dev.parlance.testkit.world;

import java.util.Map;
import java.util.Optional;

/** The account and its subaccounts. */
public final class Accounts {
    /** The SID of the account that the fake begins with. */
    public static final String MAIN = "AC" + "0".repeat(32);
    /** The auth token of that account. */
    public static final String TOKEN = "0".repeat(32);

    private final Shelf shelf;

    Accounts(Shelf shelf) {
        this.shelf = shelf;
        shelf.add(Map.of("sid", MAIN, "owner", MAIN, "token", TOKEN, "friendly_name", "An account of the test kit"));
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

    /** The account that may be spoken for with this name and password. */
    public Optional<Resource> loggedIn(String sid, String token) {
        return shelf.find(sid).filter(account -> account.is("auth_token", token));
    }

    public boolean isTrial(String sid) {
        return get(sid).is("type", "Trial");
    }

    void copyTo(Accounts other) {
        shelf.copyTo(other.shelf);
    }
}
