package dev.parlance.testkit;

import dev.parlance.testkit.world.Resource;
import java.net.URI;
import java.util.function.Supplier;

/**
 * A number that the account owns.
 *
 * <pre>{@code
 * twilio.number("+15005550100").texts(app + "/sms").calls(app + "/voice");
 * }</pre>
 */
public final class FakeNumber {
    private final Supplier<Resource> resource;

    FakeNumber(Supplier<Resource> resource) {
        this.resource = resource;
    }

    /** Has the application told of texts at this URL. */
    public FakeNumber texts(String url) {
        return set("sms_url", url);
    }

    /** Has the application told of texts at this URL. */
    public FakeNumber texts(URI url) {
        return texts(url.toString());
    }

    /** Where the application is told of a text if its first URL fails. */
    public FakeNumber textsFallback(String url) {
        return set("sms_fallback_url", url);
    }

    /** Has the application asked at this URL what to do with a call. */
    public FakeNumber calls(String url) {
        return set("voice_url", url);
    }

    /** Has the application asked at this URL what to do with a call. */
    public FakeNumber calls(URI url) {
        return calls(url.toString());
    }

    /** Where the application is asked what to do with a call if its first URL fails. */
    public FakeNumber callsFallback(String url) {
        return set("voice_fallback_url", url);
    }

    /** Has the application told at this URL that a call has ended. */
    public FakeNumber callStatus(String url) {
        return set("status_callback", url);
    }

    /** Asks by GET instead of POST, with the parameters in the query. */
    public FakeNumber byGet() {
        return set("sms_method", "GET").set("voice_method", "GET");
    }

    /** The number itself. */
    public String number() {
        return resource.get().text("phone_number");
    }

    /** Its SID. */
    public String sid() {
        return resource.get().sid();
    }

    private FakeNumber set(String field, String value) {
        resource.get().set(field, value);
        return this;
    }

    @Override
    public String toString() {
        return number();
    }
}
