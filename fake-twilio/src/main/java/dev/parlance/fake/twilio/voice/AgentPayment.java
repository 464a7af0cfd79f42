package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment over the API: while an agent talks with the person, the application says what the person enters next. Meanwhile
 * their keys reach no one else.
 */
public final class AgentPayment {
    private final Leg leg;
    private final Resource resource;
    private final PaymentDetails details;
    private final StringBuilder digits = new StringBuilder();
    private String statusCallback;
    private @Nullable PayStep capturing;
    private boolean over;

    private AgentPayment(Leg leg, Resource resource, PaymentDetails details, String statusCallback) {
        this.leg = leg;
        this.resource = resource;
        this.details = details;
        this.statusCallback = statusCallback;
    }

    /**
     * Starts a payment.
     *
     * @param settings the settings, by the names of a Pay's attributes
     */
    public static AgentPayment start(Leg leg, Resource resource, Map<String, String> settings, String statusCallback) {
        PaymentDetails details = new PaymentDetails(leg.world(), new Verb("Pay", settings, List.of(), "", ""));
        if (!details.hasValidAmount()) {
            throw ApiError.badRequest(20001, "Invalid ChargeAmount");
        }
        AgentPayment payment = new AgentPayment(leg, resource, details, statusCallback);
        leg.onEnd(payment::hungUp);
        payment.report();
        return payment;
    }

    /** Sets where to report from now on. */
    public void reportTo(String newStatusCallback) {
        statusCallback = newStatusCallback;
    }

    /** From now on the person's keys are this piece of information, up to the pound key. */
    public synchronized void capture(String what) {
        checkRunning();
        PayStep step = Arrays.stream(PayStep.values())
                .filter(each -> each.prompt().equals(what))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest(20001, "Capture " + what + " is not supported"));
        digits.setLength(0);
        capturing = step;
        leg.capture(Optional.of(this::keys));
        report("Capture", step.prompt());
    }

    private synchronized void keys(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            PayStep step = capturing;
            if (step == null) {
                return;
            }
            if (key == '#') {
                enter(step);
            } else if (key == '*') {
                digits.setLength(0);
            } else {
                digits.append(key);
            }
        }
    }

    private void enter(PayStep step) {
        Optional<String> problem = details.enter(step, digits.toString());
        digits.setLength(0);
        if (problem.isPresent()) {
            report("Capture", step.prompt(), "ErrorType", problem.get());
            return;
        }
        stopCapturing();
        report("Capture", step.prompt());
    }

    /** Sends the payment to the connector. */
    public synchronized void complete() {
        checkRunning();
        if (details.next().isPresent()) {
            throw ApiError.badRequest(20001, "The payment is not complete. Required: " + details.required());
        }
        over = true;
        stopCapturing();
        send(details.pay());
    }

    /** Gives up. */
    public synchronized void cancel() {
        checkRunning();
        end("payment-cancelled");
    }

    private synchronized void hungUp() {
        if (!over) {
            end("caller-hung-up");
        }
    }

    private void end(String result) {
        over = true;
        stopCapturing();
        send(details.result(result));
    }

    private void checkRunning() {
        if (over) {
            throw ApiError.badRequest(20001, "The payment " + resource.sid() + " is over");
        }
    }

    private void stopCapturing() {
        capturing = null;
        leg.capture(Optional.empty());
    }

    private void report(String... more) {
        List<String> form = new ArrayList<>(List.of("PartialResult", "true", "Required", details.required()));
        form.addAll(details.masked());
        form.addAll(Arrays.asList(more));
        send(form.toArray(String[]::new));
    }

    private void send(String... namesAndValues) {
        List<String> form = new ArrayList<>(List.of("PaymentSid", resource.sid()));
        form.addAll(Arrays.asList(namesAndValues));
        var parameters = leg.form().with(form.toArray(String[]::new));
        String url = statusCallback;
        leg.world().background().later(() -> leg.form().send(url, "POST", parameters));
    }
}
