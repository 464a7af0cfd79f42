package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.webhook.Parameters;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a payment: the person enters a card or a bank account by keys. Only masked numbers leave this class. */
final class PayVerb implements InputHandler {
    private final Leg leg;
    private final Verb verb;
    private final Hook action;
    private final String statusCallback;
    private final List<PayStep> steps;
    private final StringBuilder digits = new StringBuilder();
    private final List<String> results = new ArrayList<>();
    private Optional<CardType> card = Optional.empty();
    private int step;
    private int attempt = 1;

    PayVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        this.action = Hook.of(leg.absolute(verb.attribute("action", "")), verb.method("method"));
        this.statusCallback =
                verb.attribute("statusCallback").map(leg::absolute).orElse("");
        this.steps = PayStep.of(verb);
    }

    void begin() {
        if (!verb.attribute("chargeAmount", "0").matches("\\d{1,7}(\\.\\d{1,2})?")) {
            finish("validation-error", "PaymentError", "Invalid chargeAmount: " + verb.attribute("chargeAmount", ""));
            return;
        }
        leg.waitFor(this);
        ask("");
    }

    private PayStep current() {
        return steps.get(step);
    }

    private void ask(String errorType) {
        digits.setLength(0);
        Optional<Verb> prompt = PayPrompts.choose(verb, current(), attempt, errorType, card);
        if (prompt.isPresent()) {
            prompt.get().children().forEach(child -> Verbs.prompt(leg, child));
        } else {
            leg.say(current().question(), verb.attribute("language", "en-US"), "");
        }
        if (!statusCallback.isEmpty()) {
            List<String> progress = new ArrayList<>(
                    List.of("For", current().prompt(), "Attempt", Integer.toString(attempt), "PartialResult", "true"));
            if (!errorType.isEmpty()) {
                progress.addAll(List.of("ErrorType", errorType));
            }
            progress.addAll(results);
            notify(statusCallback, verb.method("statusCallbackMethod"), progress.toArray(String[]::new));
        }
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
        String entry = digits.toString();
        YearMonth now = YearMonth.from(leg.world().clock().instant().atZone(ZoneOffset.UTC));
        Optional<String> problem = current().problem(entry, verb, card, now);
        if (problem.isPresent()) {
            retry(problem.get());
            return;
        }
        results.addAll(List.of(current().parameter(), current().masked(entry)));
        if (current() == PayStep.CARD_NUMBER) {
            card = CardType.of(entry);
            card.ifPresent(type -> results.addAll(List.of("PaymentCardType", type.toString())));
        }
        step++;
        attempt = 1;
        if (step < steps.size()) {
            ask("");
        } else {
            pay();
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

    private void pay() {
        if (verb.attribute("chargeAmount", "0").matches("0+(\\.0*)?")) {
            String method = verb.attribute("tokenType", "reusable");
            finish("success", "PaymentToken", leg.world().sids().next("PT"), "TokenType", method);
        } else {
            finish("success", "PaymentConfirmationCode", leg.world().sids().next("CH"));
        }
    }

    private void finish(String result, String... more) {
        digits.setLength(0);
        String[] form = form(result, more);
        if (!statusCallback.isEmpty()) {
            notify(statusCallback, verb.method("statusCallbackMethod"), form);
        }
        if (verb.attribute("action").isPresent()) {
            leg.goTo(action, form);
        } else {
            leg.proceed();
        }
    }

    private String[] form(String result, String... more) {
        List<String> form = new ArrayList<>(List.of(
                "Result",
                result,
                "PaymentMethod",
                verb.attribute("paymentMethod", "credit-card"),
                "PayConnector",
                verb.attribute("paymentConnector", "Default")));
        verb.attribute("bankAccountType").ifPresent(type -> form.addAll(List.of("BankAccountType", type)));
        form.addAll(results);
        form.addAll(Arrays.asList(more));
        return form.toArray(String[]::new);
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
        String[] form = form("caller-hung-up");
        if (!statusCallback.isEmpty()) {
            notify(statusCallback, verb.method("statusCallbackMethod"), form);
        }
        if (verb.attribute("action").isPresent()) {
            notify(action.url(), action.method(), form);
        }
    }

    @Override
    public String toString() {
        return "waiting for " + current().prompt();
    }
}
