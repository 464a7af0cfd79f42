package dev.parlance.fake.twilio.voice;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Phonebook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** All calls to and from the account. */
public final class Telephony {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1(\\d{3})(\\d{3})(\\d{4})");

    private final World world;
    private final CallingRules rules;
    private final OutgoingCalls outgoing = new OutgoingCalls(this);
    private volatile Browsers browsers = Browsers.NONE;
    private volatile TextSender texts = (account, from, to, body, callback) -> {
        throw new IllegalStateException("Nobody sends texts for calls");
    };
    private final List<BiConsumer<Resource, String>> statusListeners = new CopyOnWriteArrayList<>();
    private final Phonebook<Line> lines = new Phonebook<>(Line::new);
    private final Map<String, Leg> legs = new ConcurrentHashMap<>();
    private final Deque<String> hidden = new ArrayDeque<>();
    private final Conferences conferences;
    private final RunningRecordings recordings = new RunningRecordings();
    private final CallQueues queues;
    private final CallParts parts;
    private final Map<String, EnqueueVerb> queued = new ConcurrentHashMap<>();

    public Telephony(World world) {
        this.world = world;
        this.rules = new CallingRules(world);
        this.conferences = new Conferences(world, this);
        this.queues = new CallQueues(world, this);
        this.parts = new CallParts(world);
        world.owned().calls().onForget(call -> forget(call.sid()));
    }

    /** Sets the phones in browsers. */
    public void browsers(Browsers newBrowsers) {
        browsers = newBrowsers;
    }

    /** Sets who sends texts that documents of calls ask for. */
    public void texts(TextSender newTexts) {
        texts = newTexts;
    }

    Browsers browsers() {
        return browsers;
    }

    TextSender texts() {
        return texts;
    }

    /** Adds a listener for the progress of each call: {@code initiated}, {@code ringing}, {@code answered}, {@code completed}. */
    public void onStatus(BiConsumer<Resource, String> listener) {
        statusListeners.add(listener);
    }

    void report(Resource call, String event) {
        statusListeners.forEach(listener -> listener.accept(call, event));
    }

    /** The phone line of a person. */
    public Line line(String address) {
        return lines.get(address);
    }

    public Conferences conferences() {
        return conferences;
    }

    public RunningRecordings recordings() {
        return recordings;
    }

    public CallParts parts() {
        return parts;
    }

    public CallQueues queues() {
        return queues;
    }

    static boolean isCallable(String address) {
        return NUMBER.matcher(address).matches() || address.contains(":");
    }

    /** Twilio itself calls a person to say a code. */
    public void sayCode(String account, String from, String to, SpokenCode code) {
        CodeCall.place(this, blank(account, "outbound-api", from, to), code);
    }

    /** Creates the API's resource of a call. */
    Resource create(String account, String direction, String from, String to) {
        return world.owned().calls().add(blank(account, direction, from, to));
    }

    private Resource blank(String account, String direction, String from, String to) {
        Map<String, String> values = new HashMap<>(Map.of(
                "account_sid", account,
                "direction", direction,
                "status", direction.equals("inbound") ? "ringing" : "queued",
                "from", from,
                "from_formatted", formatted(from),
                "to", to,
                "to_formatted", formatted(to)));
        Resource call = world.owned().calls().blank(values);
        String number = direction.equals("inbound") ? to : from;
        world.owned().number(number).ifPresent(owned -> call.set("phone_number_sid", owned.sid()));
        return call;
    }

    private static String formatted(String address) {
        return NORTH_AMERICAN.matcher(address).replaceFirst("($1) $2-$3");
    }

    /** Remembers an ended call as long as the world remembers its resource, or others that ended when it did. */
    void ended(Leg leg) {
        if (world.owned().calls().find(leg.call().sid()).isPresent()) {
            world.owned().calls().finish(leg.call());
        } else {
            hide(leg.call());
        }
    }

    /** Remembers a call that the account can't see (any more), as one of the newest such calls. */
    public void hide(Resource call) {
        String oldest = "";
        synchronized (hidden) {
            hidden.add(call.sid());
            if (hidden.size() > world.retention().limit()) {
                oldest = hidden.remove();
            }
        }
        forget(oldest);
    }

    private void forget(String callSid) {
        Leg leg = legs.remove(callSid);
        if (leg != null) {
            line(leg.person()).forget(leg);
        }
    }

    /** How many calls are remembered. */
    public int size() {
        return legs.size();
    }

    Leg leg(Resource call, String person) {
        Leg leg = legWithoutPhone(call, person);
        line(person).add(leg);
        return leg;
    }

    /** A leg that nobody's phone has: its other end is a document too. */
    Leg legWithoutPhone(Resource call, String person) {
        Leg leg = new Leg(this, world, call, person);
        legs.put(call.sid(), leg);
        return leg;
    }

    /** A person calls a number of the account. */
    public Leg receive(String person, String to) {
        Resource number = world.owned()
                .number(to)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody owns " + to + ": call twilio.number(\"" + to + "\").onCall(url) first"));
        Resource call = create(number.text("account_sid"), "inbound", person, to);
        Leg leg = leg(call, person);
        leg.transcript().add(Transcript.Kind.CALL, person + " calls " + to);
        if (!world.accounts().isActive(number.text("account_sid"))) {
            leg.transcript().add(Transcript.Kind.CALL, "the account is not active");
            leg.perform(() -> leg.end("failed"));
            return leg;
        }
        run(leg, number);
        return leg;
    }

    /** Runs the document of a number for a caller. */
    void run(Leg leg, Resource number) {
        leg.setStatusCallback(StatusCallback.ofTheEnd(
                number.text("status_callback"),
                number.filled("status_callback_method").orElse("POST")));
        leg.perform(() -> hook(number)
                .ifPresentOrElse(hook -> leg.goTo(hook, "CallToken", leg.form().callToken()), () -> {
                    leg.transcript()
                            .add(Transcript.Kind.CALL, number.text("phone_number") + " has no webhook for calls");
                    leg.end("failed");
                }));
    }

    /** Where to request the document of a number. */
    Optional<Hook> hook(Resource number) {
        Optional<Resource> application = number.filled("voice_application_sid")
                .flatMap(sid -> world.owned().applications().find(sid));
        return Hook.in(application.orElse(number), "voice");
    }

    /**
     * A person calls from a browser, through an application.
     *
     * @param user the caller: {@code client:ana}
     * @param parameters the page's parameters for the webhook
     */
    public Leg receiveFromBrowser(
            String user, Resource application, Parameters parameters, Function<Leg, LegListener> listener) {
        String account = application.text("account_sid");
        Resource call = create(account, "inbound", user, parameters.first("To").orElse(""));
        Leg leg = leg(call, user);
        leg.addListener(listener.apply(leg));
        leg.transcript().add(Transcript.Kind.CALL, user + " calls from a browser");
        leg.setStatusCallback(StatusCallback.ofTheEnd(
                application.text("status_callback"),
                application.filled("status_callback_method").orElse("POST")));
        List<String> more = new ArrayList<>(List.of("ApplicationSid", application.sid()));
        parameters.entries().stream()
                .filter(each -> !each.name().equals("To"))
                .forEach(each -> more.addAll(List.of(each.name(), each.value())));
        Optional<Hook> hook = Hook.in(application, "voice");
        leg.perform(() -> hook.ifPresentOrElse(it -> leg.goTo(it, more.toArray(String[]::new)), () -> {
            leg.transcript().add(Transcript.Kind.CALL, "the application has no webhook for calls");
            leg.end("failed");
        }));
        return leg;
    }

    /** The leg of a call, by the call's SID. */
    public Optional<Leg> find(String callSid) {
        return Optional.ofNullable(legs.get(callSid));
    }

    /**
     * Accepts a call from the account. It is placed after the API has answered.
     *
     * @throws ApiError if Twilio would refuse the call
     */
    public Resource place(OutgoingCall order) {
        rules.checkDocument(order);
        return placeLeg(order, leg -> OutgoingCalls.begin(leg, order)).call();
    }

    /** The same for a call with a document of its own: {@code begin} sets it. */
    Leg placeLeg(OutgoingCall order, Consumer<Leg> begin) {
        rules.check(order);
        return outgoing.place(order, begin);
    }

    /** Rings a phone, which reacts as its person set it up. Call it only within {@link Leg#perform}. */
    void ring(Leg leg, int timeout, Runnable onAnswer) {
        outgoing.ring(leg, timeout, onAnswer);
    }

    /** The account redirects a call in progress to another document. */
    public void redirect(Resource call, Optional<Hook> hook, String twiml) {
        Leg leg = leg(call);
        if (leg.isOver() || !leg.isAnswered()) {
            throw badRequest(21220, "Unable to update record. Call is not in-progress. Cannot redirect.");
        }
        world.background()
                .later(() -> leg.perform(() -> {
                    leaveQueue(leg, "redirected");
                    leg.abandon();
                    if (hook.isPresent()) {
                        leg.goTo(hook.get());
                    } else {
                        leg.follow(twiml);
                    }
                }));
    }

    /** The account ends a call, or cancels it before it is answered. */
    public void end(Resource call, String status) {
        Leg leg = leg(call);
        boolean canceling = status.equals("canceled");
        if (leg.isOver() || (canceling && leg.isAnswered())) {
            throw badRequest(21220, "Unable to update record. Call is " + call.text("status") + ".");
        }
        leg.perform(leg::hangUpByTwilio);
    }

    public Leg leg(Resource call) {
        Leg leg = legs.get(call.sid());
        if (leg == null) {
            throw new IllegalStateException("No phone has the call " + call.sid());
        }
        return leg;
    }

    void addToQueue(EnqueueVerb caller) {
        queued.put(caller.leg().call().sid(), caller);
    }

    /** Removes a caller from its queue. Returns whether it was in one. */
    boolean leaveQueue(Leg leg, String result) {
        EnqueueVerb caller = queued.remove(leg.call().sid());
        return caller != null && caller.leave(result);
    }
}
