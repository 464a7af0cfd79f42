package dev.parlance.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions about a person; each failure shows the whole conversation. */
public final class FakePhoneAssert extends AbstractAssert<FakePhoneAssert, FakePhone> {
    FakePhoneAssert(FakePhone phone) {
        super(phone, FakePhoneAssert.class);
    }

    /** The text that came in last, to be looked at further. */
    public AbstractStringAssert<?> lastText() {
        List<FakeText> inbox = actual.inbox();
        if (inbox.isEmpty()) {
            failWithMessage("%s has received no text. %s", actual, actual.conversationSoFar());
        }
        return Assertions.assertThat(inbox.get(inbox.size() - 1).body())
                .as("the last text to %s. %s", actual, actual.conversationSoFar());
    }

    /** It received exactly this many texts. */
    public FakePhoneAssert hasReceived(int count) {
        int received = actual.inbox().size();
        if (received != count) {
            failWithMessage(
                    "%s has received %s and not %s texts. %s", actual, received, count, actual.conversationSoFar());
        }
        return this;
    }

    /** Some text that came in has this in it. */
    public FakePhoneAssert hasReceived(String part) {
        if (actual.inbox().stream().noneMatch(text -> text.body().contains(part))) {
            failWithMessage("%s has not received \"%s\". %s", actual, part, actual.conversationSoFar());
        }
        return this;
    }

    /** In its last call, everything was said and asked in this language. */
    public FakePhoneAssert wasAskedIn(String language) {
        lastCall().wasSpokenIn(language);
        return this;
    }

    /** Its last call, to be looked at further. */
    public FakeCallAssert lastCall() {
        List<FakeCall> calls = actual.calls();
        if (calls.isEmpty()) {
            failWithMessage("%s has neither called nor been called. %s", actual, actual.conversationSoFar());
        }
        return new FakeCallAssert(calls.get(calls.size() - 1));
    }

    /** It rings. */
    public FakePhoneAssert rings() {
        if (!actual.isRinging()) {
            failWithMessage("%s does not ring. %s", actual, actual.conversationSoFar());
        }
        return this;
    }
}
