package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a payment: the person enters a card or a bank account by keys. Only masked numbers leave this class. */
final class PayVerb implements InputHandler {
    private final Leg leg;
    private final Verb verb;
    private final Hook action;
    private final String statusCallback;
    private final PaymentDetails details;
    private final StringBuilder digits = new StringBuilder();
    private int attempt = 1;

    PayVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        this.action = Hook.of(leg.absolute(verb.attribute("action", "")), verb.method("method"));
        this.statusCallback =
                verb.attribute("statusCallback").map(leg::absolute).orElse("");
        this.details = new PaymentDetails(leg.world(), verb);
    }

    void begin() {
        if (!details.hasValidAmount()) {
            finish("validation-error", "PaymentError", "Invalid chargeAmount: " + verb.attribute("chargeAmount", ""));
            return;
        }
        leg.waitFor(this);
        ask("");
    }

    private void ask(String errorType) {
        details.next().ifPresent(step -> ask(step, errorType));
    }

    private void ask(PayStep step, String errorType) {
        digits.setLength(0);
        Optional<Verb> prompt = PayPrompts.choose(verb, step, attempt, errorType, details.card());
        if (prompt.isPresent()) {
            prompt.get().children().forEach(child -> Verbs.prompt(leg, child));
        } else {
            leg.say(step.question(), verb.attribute("language", "en-US"), "");
        }
        List<String> progress = new ArrayList<>(
                List.of("For", step.prompt(), "Attempt", Integer.toString(attempt), "PartialResult", "true"));
        progress.addAll(List.of("Required", details.required()));
        if (!errorType.isEmpty()) {
            progress.addAll(List.of("ErrorType", errorType));
        }
        progress.addAll(details.masked());
        report(progress.toArray(String[]::new));
    }

    @Override
    public void keys(String keys, boolean early) {
        for (int i = 0; i < keys.length() && leg.isWaitingFor(this); i++) {
            char key = keys.charAt(i);
            if (key == '*') {
                finish("caller-interrupted-with-star");
            } else if (key == '#') {
                enter();
            } else {
                digits.append(key);
            }
        }
    }

    @Override
    public String shown(String keys) {
        return "x".repeat(keys.length());
    }

    private void enter() {
        details.next().ifPresent(step -> enter(step, digits.toString()));
    }

    private void enter(PayStep step, String entry) {
        Optional<String> problem = details.enter(step, entry);
        if (problem.isPresent()) {
            retry(problem.get());
            return;
        }
        attempt = 1;
        if (details.next().isPresent()) {
            ask("");
        } else {
            finishWith(details.pay());
        }
    }

    private void retry(String errorType) {
        if (attempt >= verb.number("maxAttempts", 1)) {
            finish("too-many-failed-attempts", "ErrorType", errorType);
        } else {
            attempt++;
            ask(errorType);
        }
    }

    private void finish(String result, String... more) {
        finishWith(details.result(result, more));
    }

    private void finishWith(String... result) {
        digits.setLength(0);
        report(result);
        if (verb.attribute("action").isPresent()) {
            leg.goTo(action, result);
        } else {
            leg.proceed();
        }
    }

    private void report(String... namesAndValues) {
        if (!statusCallback.isEmpty()) {
            notify(statusCallback, verb.method("statusCallbackMethod"), namesAndValues);
        }
    }

    private void notify(String url, String method, String... namesAndValues) {
        Parameters parameters = leg.form().with(namesAndValues);
        leg.world().background().later(() -> leg.form().send(url, method, parameters));
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        // Only keys are understood.
    }

    @Override
    public void silence() {
        leg.pass(Duration.ofSeconds(verb.number("timeout", 5)));
        if (digits.isEmpty()) {
            retry("timeout");
        } else {
            enter();
        }
    }

    @Override
    public void completeInput() {
        if (!digits.isEmpty()) {
            silence();
        }
    }

    @Override
    public void hungUp() {
        digits.setLength(0);
        String[] form = details.result("caller-hung-up");
        report(form);
        if (verb.attribute("action").isPresent()) {
            notify(action.url(), action.method(), form);
        }
    }

    @Override
    public String toString() {
        return "waiting for " + details.next().map(PayStep::prompt).orElse("a payment");
    }
}
