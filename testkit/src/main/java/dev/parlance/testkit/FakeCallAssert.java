package dev.parlance.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a call; each failure shows the whole call. */
public final class FakeCallAssert extends AbstractAssert<FakeCallAssert, FakeCall> {
    FakeCallAssert(FakeCall call) {
        super(call, FakeCallAssert.class);
    }

    /** It is over. */
    public FakeCallAssert ended() {
        if (!actual.isOver()) {
            failWithMessage("The call has not ended. %s", actual.callSoFar());
        }
        return this;
    }

    /** It goes on, and waits for the person. */
    public FakeCallAssert goesOn() {
        if (actual.isOver()) {
            failWithMessage("The call has ended. %s", actual.callSoFar());
        }
        return this;
    }

    /** Twilio's word for how it is: {@code in-progress}, {@code completed}, {@code busy} … */
    public FakeCallAssert hasStatus(String status) {
        if (!actual.status().equals(status)) {
            failWithMessage("The call is %s and not %s. %s", actual.status(), status, actual.callSoFar());
        }
        return this;
    }

    /** At some time the person heard this. */
    public FakeCallAssert heard(String part) {
        if (actual.heard().stream().noneMatch(line -> line.contains(part))) {
            failWithMessage("\"%s\" was not heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** The last thing that the person heard has this in it. */
    public FakeCallAssert afterHearing(String part) {
        List<String> heard = actual.heard();
        if (heard.isEmpty() || !heard.get(heard.size() - 1).contains(part)) {
            failWithMessage("\"%s\" was not the last that was heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** At no time the person heard this. */
    public FakeCallAssert didNotHear(String part) {
        if (actual.heard().stream().anyMatch(line -> line.contains(part))) {
            failWithMessage("\"%s\" was heard. %s", part, actual.callSoFar());
        }
        return this;
    }

    /** Something was said, and everything in this language: {@code es-MX}. */
    public FakeCallAssert wasSpokenIn(String language) {
        if (!actual.languages().equals(List.of(language))) {
            failWithMessage(
                    "The call was spoken in %s and not in %s. %s", actual.languages(), language, actual.callSoFar());
        }
        return this;
    }

    /** Answers were asked for, and by speech in this language. */
    public FakeCallAssert wasAskedIn(String language) {
        if (!actual.languagesListenedFor().equals(List.of(language))) {
            failWithMessage(
                    "The call listened for %s and not for %s. %s",
                    actual.languagesListenedFor(), language, actual.callSoFar());
        }
        return this;
    }

    /** Something was said with this voice: {@code Polly.Mia}. */
    public FakeCallAssert wasSpokenBy(String voice) {
        if (actual.said().stream().noneMatch(said -> said.voice().equals(voice))) {
            failWithMessage("Nothing was said by %s. %s", voice, actual.callSoFar());
        }
        return this;
    }
}
