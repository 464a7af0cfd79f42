package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import java.time.Duration;
import java.util.Set;

/** Waits for keys, for speech, or for the first of both. */
final class GatherVerb implements InputHandler {
    private final Leg leg;
    private final Verb verb;
    private final boolean takesKeys;
    private final boolean takesSpeech;
    private final String finishOnKey;
    private final int numDigits;
    private final StringBuilder digits = new StringBuilder();

    GatherVerb(Leg leg, Verb verb) {
        this.leg = leg;
        this.verb = verb;
        Set<String> input = Set.of(verb.attribute("input", "dtmf").strip().split("\\s+", -1));
        this.takesKeys = input.contains("dtmf");
        this.takesSpeech = input.contains("speech");
        this.finishOnKey = verb.attribute("finishOnKey", "#");
        this.numDigits = verb.number("numDigits", Integer.MAX_VALUE);
    }

    void begin() {
        verb.children().forEach(nested -> Verbs.prompt(leg, nested));
        if (takesSpeech) {
            leg.addLanguage(language());
        }
        leg.waitFor(this);
    }

    private String language() {
        return verb.attribute("language", "en-US");
    }

    @Override
    public void keys(String keys, boolean early) {
        if (!takesKeys || isUselessInterruption(early)) {
            ignore("keys " + keys);
            return;
        }
        for (int i = 0; i < keys.length(); i++) {
            String key = keys.substring(i, i + 1);
            if (finishOnKey.contains(key) && !finishOnKey.isEmpty()) {
                finish(key, keys.substring(i + 1));
                return;
            }
            digits.append(key);
            if (digits.length() == numDigits) {
                finish("", keys.substring(i + 1));
                return;
            }
        }
    }

    private void finish(String key, String rest) {
        if (!rest.isEmpty()) {
            ignore("keys " + rest);
        }
        complete(key);
    }

    @Override
    public void speech(String text, double confidence, boolean early) {
        if (!takesSpeech || isUselessInterruption(early)) {
            ignore("speech");
            return;
        }
        verb.attribute("partialResultCallback").ifPresent(url -> sendPartialResult(url, text));
        if (text.isBlank()) {
            complete("");
            return;
        }
        act(
                "SpeechResult", text,
                "Confidence", Double.toString(confidence),
                "Language", language());
    }

    private boolean isUselessInterruption(boolean early) {
        return early && !verb.flag("bargeIn", true);
    }

    private void ignore(String what) {
        leg.world().log().add(Kind.CALL, leg.call().sid() + " " + verb + " ignores " + what);
    }

    private void sendPartialResult(String url, String text) {
        var parameters = leg.form()
                .with(
                        "SequenceNumber",
                        "0",
                        "Stability",
                        "0.9",
                        "UnstableSpeechResult",
                        text,
                        "Language",
                        verb.attribute("language", "en-US"));
        leg.form().send(leg.absolute(url), verb.method("partialResultCallbackMethod"), parameters);
    }

    @Override
    public void silence() {
        leg.pass(Duration.ofSeconds(timeout()));
        complete("");
    }

    /** Ends after the last key, as after a timeout. */
    @Override
    public void completeInput() {
        if (!digits.isEmpty()) {
            silence();
        }
    }

    private int timeout() {
        int timeout = verb.number("timeout", 5);
        return takesSpeech && !takesKeys ? verb.number("speechTimeout", timeout) : timeout;
    }

    private void complete(String finishedOnKey) {
        if (!digits.isEmpty()) {
            act("Digits", digits.toString(), "FinishedOnKey", finishedOnKey, "msg", "Gather Ends");
        } else if (verb.flag("actionOnEmptyResult", false)) {
            actOnNothing(finishedOnKey);
        } else {
            leg.proceed();
        }
    }

    private void actOnNothing(String finishedOnKey) {
        if (takesKeys) {
            act("Digits", "", "FinishedOnKey", finishedOnKey, "msg", "Gather Ends");
        } else {
            act("SpeechResult", "", "msg", "Gather Ends");
        }
    }

    private void act(String... result) {
        leg.goTo(verb.attribute("action", ""), verb.method("method"), result);
    }

    @Override
    public String toString() {
        return takesKeys ? takesSpeech ? "waiting for keys or speech" : "waiting for keys" : "waiting for speech";
    }
}
