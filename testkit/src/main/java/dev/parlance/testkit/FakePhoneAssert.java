package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions about a person. Each failure shows the whole conversation. */
public final class FakePhoneAssert extends AbstractAssert<FakePhoneAssert, FakePhone> {
    FakePhoneAssert(FakePhone phone) {
        super(phone, FakePhoneAssert.class);
    }

    /** Returns assertions about the last text this person received. */
    public AbstractStringAssert<?> lastText() {
        List<FakeText> inbox = actual.inbox();
        if (inbox.isEmpty()) {
            failWithMessage("%s received no text. %s", actual, actual.conversationSoFar());
        }
        return Assertions.assertThat(inbox.get(inbox.size() - 1).body())
                .as("the last text to %s. %s", actual, actual.conversationSoFar());
    }

    /** Verifies that this person received exactly this many texts. */
    public FakePhoneAssert hasReceived(int count) {
        int received = actual.inbox().size();
        if (received != count) {
            failWithMessage("%s received %s texts, not %s. %s", actual, received, count, actual.conversationSoFar());
        }
        return this;
    }

    /** Verifies that some received text contains this. */
    public FakePhoneAssert hasReceived(String part) {
        if (actual.inbox().stream().noneMatch(text -> text.body().contains(part))) {
            failWithMessage("%s did not receive \"%s\". %s", actual, part, actual.conversationSoFar());
        }
        return this;
    }

    /** Returns assertions about the last call. */
    public FakeCallAssert lastCall() {
        List<FakeCall> calls = actual.callHistory();
        if (calls.isEmpty()) {
            failWithMessage("%s has no calls. %s", actual, actual.conversationSoFar());
        }
        return new FakeCallAssert(calls.get(calls.size() - 1));
    }

    /** Verifies that the phone is ringing. */
    public FakePhoneAssert rings() {
        if (!actual.isRinging()) {
            failWithMessage("%s is not ringing. %s", actual, actual.conversationSoFar());
        }
        return this;
    }
}
