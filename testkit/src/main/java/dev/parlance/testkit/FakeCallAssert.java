package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeCall;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a call. Each failure shows the whole call. */
public final class FakeCallAssert extends AbstractAssert<FakeCallAssert, FakeCall> {
    FakeCallAssert(FakeCall call) {
        super(call, FakeCallAssert.class);
    }

    /** Verifies that the call has ended. */
    public FakeCallAssert ended() {
        if (!actual.isOver()) {
            failWithMessage("The call has not ended. %s", actual.callSoFar());
        }
        return this;
    }

    /** Verifies that the call has not ended and is waiting for the person. */
    public FakeCallAssert isActive() {
        if (actual.isOver()) {
            failWithMessage("The call has ended. %s", actual.callSoFar());
        }
        return this;
    }

    /** Verifies the call's status: {@code in-progress}, {@code completed}, {@code busy} … */
    public FakeCallAssert hasStatus(String status) {
        if (!actual.status().equals(status)) {
            failWithMessage("The call is %s, not %s. %s", actual.status(), status, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that the person has heard this text at some point. */
    public FakeCallAssert heard(String part) {
        if (actual.heard().stream().noneMatch(line -> line.contains(part))) {
            failWithMessage("\"%s\" was not heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that the last thing the person heard contains this text. */
    public FakeCallAssert lastHeard(String part) {
        List<String> heard = actual.heard();
        if (heard.isEmpty() || !heard.get(heard.size() - 1).contains(part)) {
            failWithMessage("\"%s\" was not the last thing heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that the person has never heard this text. */
    public FakeCallAssert didNotHear(String part) {
        if (actual.heard().stream().anyMatch(line -> line.contains(part))) {
            failWithMessage("\"%s\" was heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that something was spoken, and all of it in this language, for example {@code es-MX}. */
    public FakeCallAssert wasSpokenIn(String language) {
        if (!actual.languages().equals(List.of(language))) {
            failWithMessage(
                    "The call was spoken in %s, not in %s. %s", actual.languages(), language, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that the call listened for speech, and only in this language. */
    public FakeCallAssert listenedIn(String language) {
        if (!actual.languagesListenedFor().equals(List.of(language))) {
            failWithMessage(
                    "The call listened for %s, not for %s. %s",
                    actual.languagesListenedFor(), language, actual.callSoFar());
        }
        return this;
    }

    /** Verifies that something was spoken with this voice, for example {@code Polly.Mia}. */
    public FakeCallAssert wasSpokenBy(String voice) {
        if (actual.said().stream().noneMatch(said -> said.voice().equals(voice))) {
            failWithMessage("Nothing was spoken by %s. %s", voice, actual.callSoFar());
        }
        return this;
    }
}
