package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.world.Resource;
import java.net.URI;
import java.util.function.Supplier;

/**
 * A phone number that the account owns.
 *
 * <pre>{@code
 * twilio.number("+15005550100").onText("http://localhost:8080/sms").onCall("http://localhost:8080/voice");
 * }</pre>
 */
public final class FakeNumber {
    private final Supplier<Resource> resource;

    FakeNumber(Supplier<Resource> resource) {
        this.resource = resource;
    }

    /** Sets the webhook URL for incoming texts. */
    public FakeNumber onText(String url) {
        return set("sms_url", url);
    }

    /** Sets the webhook URL for incoming texts. */
    public FakeNumber onText(URI url) {
        return onText(url.toString());
    }

    /** Sets the fallback URL for incoming texts, used when the webhook URL fails. */
    public FakeNumber onTextFallback(String url) {
        return set("sms_fallback_url", url);
    }

    /** Sets the webhook URL for incoming calls. */
    public FakeNumber onCall(String url) {
        return set("voice_url", url);
    }

    /** Sets the webhook URL for incoming calls. */
    public FakeNumber onCall(URI url) {
        return onCall(url.toString());
    }

    /** Sets the fallback URL for incoming calls, used when the webhook URL fails. */
    public FakeNumber onCallFallback(String url) {
        return set("voice_fallback_url", url);
    }

    /** Sets the status callback URL, called when a call ends. */
    public FakeNumber onCallStatus(String url) {
        return set("status_callback", url);
    }

    /** Sends webhooks by GET instead of POST, with the parameters in the query. */
    public FakeNumber usingGet() {
        return set("sms_method", "GET").set("voice_method", "GET");
    }

    /** The phone number. */
    public String number() {
        return resource.get().text("phone_number");
    }

    /** The number's SID. */
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
