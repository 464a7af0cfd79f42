package dev.parlance.testkit;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the account; each failure shows what happened. */
public final class FakeTwilioAssert extends AbstractAssert<FakeTwilioAssert, FakeTwilio> {
    FakeTwilioAssert(FakeTwilio twilio) {
        super(twilio, FakeTwilioAssert.class);
    }

    /** It has sent a text to this number; the last one is looked at further. */
    public FakeTextAssert sentMessageTo(String number) {
        List<FakeText> sent =
                actual.sent().stream().filter(text -> text.to().equals(number)).toList();
        if (sent.isEmpty()) {
            failWithMessage("No text was sent to %s. %s", number, happened());
        }
        return new FakeTextAssert(sent.get(sent.size() - 1), happened());
    }

    /** It has sent no text to this number. */
    public FakeTwilioAssert sentNothingTo(String number) {
        if (actual.sent().stream().anyMatch(text -> text.to().equals(number))) {
            failWithMessage("A text was sent to %s. %s", number, happened());
        }
        return this;
    }

    /** It has placed a call to this number; the last one is looked at further. */
    public FakeCallAssert placedCallTo(String number) {
        List<FakeCall> calls = actual.phone(number).calls().stream()
                .filter(call -> call.to().equals(number))
                .toList();
        if (calls.isEmpty()) {
            failWithMessage("No call was placed to %s. %s", number, happened());
        }
        return new FakeCallAssert(calls.get(calls.size() - 1));
    }

    /** The API was asked this often: {@code wasAsked(2, "POST /2010-04-01/Accounts")}, which is how the request begins. */
    public FakeTwilioAssert wasAsked(int times, String request) {
        actual.settle();
        long asked = actual.log().requests().stream()
                .filter(entry -> entry.toString().startsWith(request))
                .count();
        if (asked != times) {
            failWithMessage("%s was asked %s and not %s times. %s", request, asked, times, happened());
        }
        return this;
    }

    /** Twilio's debugger would show nothing. */
    public FakeTwilioAssert hasNoProblems() {
        if (!actual.problems().isEmpty()) {
            failWithMessage("Twilio's debugger shows%n%s%n%s", String.join("\n", actual.problems()), happened());
        }
        return this;
    }

    /** Twilio's debugger would show this error. */
    public FakeTwilioAssert hasProblem(int code) {
        if (actual.problems().stream().noneMatch(problem -> problem.startsWith(code + ":"))) {
            failWithMessage("Twilio's debugger shows no %s but %s. %s", code, actual.problems(), happened());
        }
        return this;
    }

    private String happened() {
        return "What happened:\n" + actual.log().toString().indent(2);
    }
}
