package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumberCapabilities;
import dev.parlance.Address;
import java.util.function.Predicate;

/** A phone number of the account, as it was when it was listed. */
public final class OwnedNumber {
    private final IncomingPhoneNumber resource;
    private final Address number;

    OwnedNumber(IncomingPhoneNumber resource) {
        this.resource = resource;
        this.number = Address.of(resource.getPhoneNumber().getEndpoint());
    }

    /** Its SID ({@code PN…}). */
    public String sid() {
        return requireNonNull(resource.getSid());
    }

    /** The number. */
    public Address number() {
        return number;
    }

    /** Whether it can send and receive texts. */
    public boolean sms() {
        return can(it -> it.getSms());
    }

    /** Whether it can send and receive media. */
    public boolean mms() {
        return can(it -> it.getMms());
    }

    /** Whether it can make and receive calls. */
    public boolean voice() {
        return can(it -> it.getVoice());
    }

    private boolean can(Predicate<PhoneNumberCapabilities> capability) {
        PhoneNumberCapabilities capabilities = resource.getCapabilities();
        return capabilities != null && capability.test(capabilities);
    }

    /** What it calls for events of this type. */
    public WebhookSetting webhook(WebhookType type) {
        return Webhooks.ofNumber(WebhookTarget.of(number), type, resource);
    }

    /** The SID and the masked number. */
    @Override
    public String toString() {
        return "OwnedNumber[" + sid() + ", " + number + "]";
    }
}
