package dev.parlance.fake.twilio.world;

import java.util.Map;
import java.util.Optional;

/** The main account and its subaccounts. */
public final class Accounts {
    private final Shelf shelf;
    private final String main;

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

    /** The account with this SID and auth token. */
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
