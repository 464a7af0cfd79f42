package dev.parlance.fake.twilio;

import dev.parlance.Address;
import dev.parlance.fake.twilio.messaging.Attachment;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Line;
import dev.parlance.fake.twilio.voice.Line.Answering;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.Handset.Undelivered;
import dev.parlance.fake.twilio.world.PhoneLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person with a phone who sends and receives texts and calls.
 *
 * <pre>{@code
 * FakePhone ana = twilio.phone("+5215512345678");
 * ana.texts("hola").receives("¿Cómo fue?");
 * ana.calls("+15005550100").hears("Bienvenida").presses("1").hangsUp();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class FakePhone {
    private static final Duration TYPING = Duration.ofSeconds(25);

    private final FakeTwilio twilio;
    private final String number;

    FakePhone(FakeTwilio twilio, String number) {
        this.twilio = twilio;
        this.number = number;
    }

    /** The phone number, or the address on another channel. */
    public String number() {
        return number;
    }

    private Backend backend() {
        return twilio.backend();
    }

    private Handset handset() {
        return backend().world().handset(number);
    }

    private Line line() {
        return backend().telephony().line(number);
    }

    /**
     * Sends a text to the number of this person's last conversation or, without one, to the account's only number. Returns
     * when the application has answered and its reply has arrived.
     */
    public FakePhone texts(String body, FakeMedia... media) {
        return textsTo(partner(), body, media);
    }

    /** Sends a text to this number. */
    public FakePhone textsTo(String to, String body, FakeMedia... media) {
        List<Attachment> attachments = Arrays.stream(media)
                .map(item -> new Attachment(item.contentType(), item.content()))
                .toList();
        backend().messaging().receive(number(), to, body, attachments);
        return this;
    }

    private String partner() {
        return handset()
                .lastPartner()
                .or(() -> twilio.onlyNumber(Address.of(number()).channel()))
                .orElseThrow(() -> new IllegalStateException(number()
                        + " has no number to text: use textsTo(number, text), or give the account exactly one number"));
    }

    /** The same person on WhatsApp. */
    public FakePhone onWhatsApp() {
        return onChannel("whatsapp");
    }

    /** The same person on RCS. Their phone needs {@link #hasRcs}. */
    public FakePhone onRcs() {
        return onChannel("rcs");
    }

    private FakePhone onChannel(String channel) {
        return new FakePhone(twilio, channel + ":" + Address.of(number()).id());
    }

    /** The phone gets RCS. Default: it has none, so a messaging service falls back to texts. */
    public FakePhone hasRcs() {
        onRcs().handset().setOnChannel(true);
        return this;
    }

    /** The phone has no RCS. This is the default. */
    public FakePhone hasNoRcs() {
        onRcs().handset().setOnChannel(false);
        return this;
    }

    /** The person uses WhatsApp. This is the default. */
    public FakePhone hasWhatsApp() {
        onWhatsApp().handset().setOnChannel(true);
        return this;
    }

    /** The person does not use WhatsApp: messages to them fail (63024). */
    public FakePhone hasNoWhatsApp() {
        onWhatsApp().handset().setOnChannel(false);
        return this;
    }

    private PhoneReplies replies() {
        twilio.settle();
        return new PhoneReplies(backend().world(), backend().messaging(), handset());
    }

    /**
     * Taps the button with this title, on the latest message that has it.
     *
     * @throws AssertionError if there is no such button; the message names those that there are
     */
    public FakePhone taps(String title) {
        replies().tap(title);
        return this;
    }

    /**
     * Picks the item with this title, from the latest list that has it.
     *
     * @throws AssertionError if there is no such item; the message names those that there are
     */
    public FakePhone picks(String title) {
        replies().pick(title);
        return this;
    }

    /** Shares a location with the number of this person's last conversation. */
    public FakePhone sends(FakeLocation place) {
        replies().send(partner(), place);
        return this;
    }

    /** Fills in the form of the latest message that has one, with these fields in JSON. */
    public FakePhone completes(String fields) {
        replies().complete(fields);
        return this;
    }

    /** Starts a chat from an advertisement. */
    public FakePhone texts(FakeReferral ad, String body) {
        replies().textFrom(ad, partner(), body);
        return this;
    }

    /** Opens the chat: sends read receipts for all messages that have arrived. */
    public FakePhone reads() {
        replies().read();
        twilio.settle();
        return this;
    }

    /** Whether the phone shows that this sender is typing. It stops after 25 seconds, or when a message arrives. */
    public boolean seesTyping(String sender) {
        twilio.settle();
        return handset()
                .lastTypingOf(sender)
                .filter(time -> time.plus(TYPING).isAfter(twilio.clock().instant()))
                .isPresent();
    }

    /**
     * The latest message that this person has received, read or unread.
     *
     * @throws AssertionError if nothing was received
     */
    public FakeText lastMessage() {
        List<FakeText> inbox = inbox();
        if (inbox.isEmpty()) {
            throw new AssertionError("%s received nothing. %s".formatted(number(), conversationSoFar()));
        }
        return inbox.get(inbox.size() - 1);
    }

    /**
     * Returns the next unread text. Waits for it, if necessary, in {@linkplain FakeTwilio#waitsUpTo real time}.
     *
     * @throws AssertionError if no text arrived
     */
    public FakeText receives() {
        return next().or(() -> handset().awaitNext(twilio.realTimeLimit()).map(this::text))
                .orElseThrow(() -> new AssertionError("%s received no more texts, within %s of real time. %s%s"
                        .formatted(number(), seconds(twilio.realTimeLimit()), missingWebhook(), conversationSoFar())));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** A hint for a test that texts a number without a webhook. */
    private String missingWebhook() {
        return handset()
                .lastPartner()
                .filter(partner -> !backend().messaging().hasWebhook(partner))
                .map(partner -> "%s has no webhook for texts: set it with twilio.number(\"%s\").onText(url). "
                        .formatted(partner, partner))
                .orElse("");
    }

    /**
     * Checks that the next unread text contains this. Waits for it, if necessary, in {@linkplain FakeTwilio#waitsUpTo real
     * time}.
     *
     * @throws AssertionError if there is no unread text, or it does not contain this
     */
    public FakePhone receives(String part) {
        FakeText text = receives();
        if (!text.body().contains(part)) {
            throw new AssertionError("%s received%n  %s%ninstead of%n  %s%n%s"
                    .formatted(number(), text.body(), part, conversationSoFar()));
        }
        return this;
    }

    /**
     * The code in the next unread text, for example of Twilio Verify. Waits for it like {@link #receives()}.
     *
     * @throws AssertionError if no text arrived, or it has no code of 4 to 10 digits
     */
    public String receivedCode() {
        FakeText text = receives();
        return Codes.in(text.body())
                .orElseThrow(() -> new AssertionError(
                        "%s received%n  %s%nwithout a code. %s".formatted(number(), text.body(), conversationSoFar())));
    }

    /**
     * Checks that there is no unread text. Waits for the fake's own work only, not in real time: before it, make sure that your
     * application has finished.
     *
     * @throws AssertionError if there is one
     */
    public FakePhone receivesNothing() {
        twilio.settle();
        next().ifPresent(text -> {
            throw new AssertionError("%s received%n  %s%n%s".formatted(number(), text.body(), conversationSoFar()));
        });
        return this;
    }

    /** The next unread text, if there is one. Waits for nothing. */
    public Optional<FakeText> readNext() {
        return handset().readNext().map(this::text);
    }

    private FakeText text(Bubble bubble) {
        return FakeText.of(number(), bubble);
    }

    private Optional<FakeText> next() {
        return handset()
                .readNext()
                .or(() -> {
                    twilio.settle();
                    return handset().readNext();
                })
                .map(this::text);
    }

    /** All received texts, read or unread. */
    public List<FakeText> inbox() {
        twilio.settle();
        return handset().bubbles().stream()
                .filter(bubble -> !bubble.mine())
                .map(this::text)
                .toList();
    }

    /** Calls a number of the account. Returns when the call waits for this person, or has ended. */
    public FakeCall calls(String to) {
        return new FakeCall(twilio, backend().telephony().receive(number, to));
    }

    /**
     * Answers the ringing phone. Waits for it to ring, if necessary, in {@linkplain FakeTwilio#waitsUpTo real time}.
     *
     * @throws AssertionError if the phone is not ringing
     */
    public FakeCall answers() {
        Leg leg = ringing();
        leg.pickedUp();
        return new FakeCall(twilio, leg);
    }

    /**
     * Declines the call that is ringing.
     *
     * @throws AssertionError if the phone is not ringing
     */
    public FakePhone declines() {
        ringing().declined();
        return this;
    }

    /** Whether the phone is ringing. */
    public boolean isRinging() {
        twilio.settle();
        return line().ringing().isPresent();
    }

    private Leg ringing() {
        return line().ringing()
                .or(() -> {
                    twilio.settle();
                    return line().awaitRinging(twilio.realTimeLimit());
                })
                .orElseThrow(() -> new AssertionError("%s is not ringing, after %s of real time. What happened:%n%s"
                        .formatted(
                                number(),
                                seconds(twilio.realTimeLimit()),
                                backend().world().log())));
    }

    /** All calls from and to this phone, oldest first. */
    public List<FakeCall> callHistory() {
        twilio.settle();
        return line().legs().stream().map(leg -> new FakeCall(twilio, leg)).toList();
    }

    /** From now on the phone rings until {@link #answers} or {@link #declines} is called, or the caller gives up. */
    public FakePhone rings() {
        line().set(Answering.RINGS, "");
        return this;
    }

    /** From now on the phone answers every call immediately. */
    public FakePhone answersAtOnce() {
        line().set(Answering.ANSWERS, "");
        return this;
    }

    /** From now on the line is busy. */
    public FakePhone isBusy() {
        line().set(Answering.BUSY, "");
        return this;
    }

    /** From now on no one answers, however long the phone rings. */
    public FakePhone doesNotAnswer() {
        line().set(Answering.NO_ANSWER, "");
        return this;
    }

    /** From now on calls to this phone fail. */
    public FakePhone cannotBeCalled() {
        line().set(Answering.FAILED, "");
        return this;
    }

    /** From now on an answering machine takes every call, plays this greeting, and listens. */
    public FakePhone hasVoicemail(String greeting) {
        line().set(Answering.VOICEMAIL, greeting);
        return this;
    }

    /** From now on texts are undelivered (30003), until {@link #hasReception}. */
    public FakePhone losesReception() {
        handset().setReception(Optional.of(Undelivered.UNREACHABLE));
        return this;
    }

    /** From now on texts are undelivered, with this carrier error. */
    public FakePhone refusesTexts(int code, String message) {
        handset().setReception(Optional.of(new Undelivered(code, message)));
        return this;
    }

    /** From now on texts arrive. This is the default. */
    public FakePhone hasReception() {
        handset().setReception(Optional.empty());
        return this;
    }

    /** Makes this phone a landline, which can't receive texts (21614). */
    public FakePhone isLandline() {
        return hasLine(LineType.LANDLINE, "");
    }

    /** Sets what Lookup says about this phone's line: {@code hasLine(LineType.MOBILE, "Telcel")}. */
    public FakePhone hasLine(LineType type, String carrier) {
        handset().setLine(new PhoneLine(type.toString(), carrier));
        return this;
    }

    /** The person gets another SIM card now, which Lookup reports. */
    public FakePhone changesSim() {
        handset().setNewSim(backend().world().clock().instant());
        return this;
    }

    /** The number is given to someone else now, which Lookup reports. */
    public FakePhone changesOwner() {
        handset().setNewOwner(backend().world().clock().instant());
        return this;
    }

    /** Sets the location that webhooks report for this phone: {@code livesIn("SAN FRANCISCO", "CA", "94103")}. */
    public FakePhone livesIn(String city, String state, String zip) {
        handset().setPlace(handset().place().in(city, state, zip));
        return this;
    }

    /** Sets the profile name, for channels that have one. */
    public FakePhone isNamed(String name) {
        handset().setName(name);
        return this;
    }

    /** This person's texts, one per line, in the format of the test kit's scripts. */
    public String conversation() {
        return handset().bubbles().stream()
                .map(bubble -> (bubble.mine() ? "> " : "< ")
                        + FakeText.of(number(), bubble).body()
                        + (bubble.media().isEmpty() ? "" : " " + bubble.media())
                        + (bubble.content().toString().isEmpty() ? "" : " " + bubble.content()))
                .collect(Collectors.joining("\n"));
    }

    /** This person's texts and the alerts, for the message of a failed assertion. */
    public String conversationSoFar() {
        return "The conversation so far:\n" + conversation().indent(2) + twilio.alertsIfAny();
    }

    @Override
    public String toString() {
        return number();
    }
}
