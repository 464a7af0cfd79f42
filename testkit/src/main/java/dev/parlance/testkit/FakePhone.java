package dev.parlance.testkit;

import dev.parlance.testkit.messaging.Attachment;
import dev.parlance.testkit.voice.Leg;
import dev.parlance.testkit.voice.Line;
import dev.parlance.testkit.voice.Line.Answering;
import dev.parlance.testkit.world.Handset;
import dev.parlance.testkit.world.Handset.Undelivered;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person with a phone, who texts and calls, and is texted and called.
 *
 * <pre>{@code
 * FakePhone ana = twilio.phone("+5215512345678");
 * ana.texts("hola").receives("¿Cómo fue?");
 * ana.calls("+15005550100").hears("Bienvenida").presses("1").hangsUp();
 * }</pre>
 *
 * <p>Safe for use by several threads, as several people are.
 */
public final class FakePhone {
    private final FakeTwilio twilio;
    private final String number;

    FakePhone(FakeTwilio twilio, String number) {
        this.twilio = twilio;
        this.number = number;
    }

    /** The number, or the address on another channel. */
    public String number() {
        return number;
    }

    private Stage stage() {
        return twilio.stage();
    }

    private Handset handset() {
        return stage().world().handset(number);
    }

    private Line line() {
        return stage().telephony().line(number);
    }

    /**
     * Texts: to whoever this person wrote with last, or else to the account's number, if it has only one. When this
     * returns, the application has answered, and what it answered is there.
     */
    public FakePhone texts(String body, FakeMedia... media) {
        return textsTo(partner(), body, media);
    }

    /** Texts to this number. */
    public FakePhone textsTo(String to, String body, FakeMedia... media) {
        List<Attachment> attachments = Arrays.stream(media)
                .map(some -> new Attachment(some.contentType(), some.content()))
                .toList();
        stage().messaging().receive(number(), to, body, attachments);
        return this;
    }

    private String partner() {
        return handset()
                .lastPartner()
                .or(twilio::onlyNumber)
                .orElseThrow(() -> new IllegalStateException(number()
                        + " does not know whom to text: say textsTo(number, text), or give the account one number"));
    }

    /**
     * The next text that came in and was not looked at.
     *
     * @throws AssertionError if there is none
     */
    public FakeText receives() {
        return next().orElseThrow(() ->
                new AssertionError("%s has received no further text. %s".formatted(number(), conversationSoFar())));
    }

    /**
     * Looks at the next text that came in.
     *
     * @throws AssertionError if there is none, or this is not in it
     */
    public FakePhone receives(String part) {
        FakeText text = receives();
        if (!text.body().contains(part)) {
            throw new AssertionError("%s has received%n  %s%nand not%n  %s%n%s"
                    .formatted(number(), text.body(), part, conversationSoFar()));
        }
        return this;
    }

    /**
     * Makes sure that no further text has come.
     *
     * @throws AssertionError if one has
     */
    public FakePhone receivesNothing() {
        twilio.settle();
        next().ifPresent(text -> {
            throw new AssertionError("%s has received%n  %s%n%s".formatted(number(), text.body(), conversationSoFar()));
        });
        return this;
    }

    /** The next text that came in and was not looked at, if there is one. */
    Optional<FakeText> readsNext() {
        return handset().readNext().map(bubble -> FakeText.of(number(), bubble));
    }

    private Optional<FakeText> next() {
        return handset()
                .readNext()
                .or(() -> {
                    twilio.settle();
                    return handset().readNext();
                })
                .map(bubble -> FakeText.of(number(), bubble));
    }

    /** All texts that came in, whether looked at or not. */
    public List<FakeText> inbox() {
        twilio.settle();
        return handset().bubbles().stream()
                .filter(bubble -> !bubble.mine())
                .map(bubble -> FakeText.of(number(), bubble))
                .toList();
    }

    /** Calls a number of the account, which is asked what to do, and does it until it waits for this person. */
    public FakeCall calls(String to) {
        return new FakeCall(twilio, stage().telephony().receive(number, to));
    }

    /**
     * Takes the call that this phone rings for.
     *
     * @throws AssertionError if it does not ring
     */
    public FakeCall answers() {
        Leg leg = ringing();
        leg.pickedUp();
        return new FakeCall(twilio, leg);
    }

    /**
     * Does not take the call that this phone rings for.
     *
     * @throws AssertionError if it does not ring
     */
    public FakePhone declines() {
        ringing().declined();
        return this;
    }

    /** Whether it rings. */
    public boolean isRinging() {
        twilio.settle();
        return line().ringing().isPresent();
    }

    private Leg ringing() {
        return line().ringing()
                .or(() -> {
                    twilio.settle();
                    return line().ringing();
                })
                .orElseThrow(() -> new AssertionError(number() + " does not ring. What happened:\n"
                        + stage().world().log()));
    }

    /** All calls from and to this phone, the oldest first. */
    public List<FakeCall> calls() {
        twilio.settle();
        return line().legs().stream().map(leg -> new FakeCall(twilio, leg)).toList();
    }

    /** From now on it rings until {@link #answers} or {@link #declines} is said, or the caller gives up. */
    public FakePhone rings() {
        line().set(Answering.RINGS, "");
        return this;
    }

    /** From now on every call is taken at once. */
    public FakePhone answersAtOnce() {
        line().set(Answering.ANSWERS, "");
        return this;
    }

    /** From now on every caller finds the line busy. */
    public FakePhone isBusy() {
        line().set(Answering.BUSY, "");
        return this;
    }

    /** From now on no call is taken, however long it rings. */
    public FakePhone doesNotAnswer() {
        line().set(Answering.NO_ANSWER, "");
        return this;
    }

    /** From now on calls cannot be put through. */
    public FakePhone cannotBeCalled() {
        line().set(Answering.FAILED, "");
        return this;
    }

    /** From now on a machine takes every call, says this, and listens. */
    public FakePhone hasVoicemail(String greeting) {
        line().set(Answering.VOICEMAIL, greeting);
        return this;
    }

    /** From now on texts do not arrive (30003), until {@link #hasReception}. */
    public FakePhone losesReception() {
        handset().setReception(Optional.of(Undelivered.UNREACHABLE));
        return this;
    }

    /** From now on texts do not arrive, with this error of the network. */
    public FakePhone refusesTexts(int code, String message) {
        handset().setReception(Optional.of(new Undelivered(code, message)));
        return this;
    }

    /** From now on texts arrive, as they did at first. */
    public FakePhone hasReception() {
        handset().setReception(Optional.empty());
        return this;
    }

    /** It cannot receive texts at all (21614). */
    public FakePhone isLandline() {
        handset().setLandline(true);
        return this;
    }

    /** Where webhooks say that this phone is: {@code livesIn("SAN FRANCISCO", "CA", "94103")}. */
    public FakePhone livesIn(String city, String state, String zip) {
        handset().setPlace(handset().place().in(city, state, zip));
        return this;
    }

    /** What this person is called on channels that have names. */
    public FakePhone isNamed(String name) {
        handset().setName(name);
        return this;
    }

    /** The texts of this person, a line each, as a script has them. */
    public String conversation() {
        return handset().bubbles().stream()
                .map(bubble -> (bubble.mine() ? "> " : "< ")
                        + FakeText.of(number(), bubble).body()
                        + (bubble.media().isEmpty() ? "" : " " + bubble.media()))
                .collect(Collectors.joining("\n"));
    }

    String conversationSoFar() {
        List<?> problems = stage().world().problems();
        return "The conversation so far:\n" + conversation().indent(2)
                + (problems.isEmpty()
                        ? ""
                        : "Twilio's debugger shows:\n"
                                + String.valueOf(problems).indent(2));
    }

    @Override
    public String toString() {
        return number();
    }
}
