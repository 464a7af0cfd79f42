package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.log.Alert;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the account. Each failure shows the log. */
public final class FakeTwilioAssert extends AbstractAssert<FakeTwilioAssert, FakeTwilio> {
    FakeTwilioAssert(FakeTwilio twilio) {
        super(twilio, FakeTwilioAssert.class);
    }

    /** Verifies that the account sent a text to this number, and returns assertions about the last one. */
    public FakeTextAssert sentMessageTo(String number) {
        List<FakeText> sent =
                actual.sent().stream().filter(text -> text.to().equals(number)).toList();
        if (sent.isEmpty()) {
            failWithMessage("No text was sent to %s. %s", number, happened());
        }
        return new FakeTextAssert(sent.get(sent.size() - 1), happened());
    }

    /** Verifies that the account sent no text to this number. */
    public FakeTwilioAssert sentNothingTo(String number) {
        if (actual.sent().stream().anyMatch(text -> text.to().equals(number))) {
            failWithMessage("A text was sent to %s. %s", number, happened());
        }
        return this;
    }

    /** Verifies that the account called this number, and returns assertions about the last call. */
    public FakeCallAssert placedCallTo(String number) {
        List<FakeCall> calls = actual.phone(number).callHistory().stream()
                .filter(call -> call.to().equals(number))
                .toList();
        if (calls.isEmpty()) {
            failWithMessage("No call was placed to %s. %s", number, happened());
        }
        return new FakeCallAssert(calls.get(calls.size() - 1));
    }

    /** Verifies the number of API requests that start with this text: {@code wasAsked(2, "POST /2010-04-01/Accounts")}. */
    public FakeTwilioAssert wasAsked(int times, String request) {
        actual.settle();
        long received = actual.log().requests().stream()
                .filter(entry -> entry.toString().startsWith(request))
                .count();
        if (received != times) {
            failWithMessage("%s: received %s requests, not %s. %s", request, received, times, happened());
        }
        return this;
    }

    /** Verifies that there are no {@linkplain FakeTwilio#alerts alerts}. */
    public FakeTwilioAssert hasNoAlerts() {
        if (!actual.alerts().isEmpty()) {
            failWithMessage(
                    "Twilio's debugger shows%n%s%n%s",
                    actual.alerts().stream().map(Alert::toString).collect(Collectors.joining("\n")), happened());
        }
        return this;
    }

    /** Verifies that there is an {@linkplain FakeTwilio#alerts alert} with this error code. */
    public FakeTwilioAssert hasAlert(int code) {
        if (actual.alerts().stream().noneMatch(alert -> alert.code() == code)) {
            failWithMessage("Twilio's debugger shows no %s, only %s. %s", code, actual.alerts(), happened());
        }
        return this;
    }

    private String happened() {
        return "What happened:\n" + actual.log().toString().indent(2);
    }
}
