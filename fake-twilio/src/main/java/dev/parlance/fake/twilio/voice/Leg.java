package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.internal.Timeline.Timer;
import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Documents;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Cookies;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Urls;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person's part of a call. Runs the application's documents, and waits for the person's input where they ask for it. */
public final class Leg {
    private static final int MAX_DOCUMENTS = 50;
    private static final String APOLOGY = "We are sorry, an application error has occurred. Goodbye.";

    private final World world;
    private final Telephony telephony;
    private final Documents documents;
    private final Resource call;
    private final String person;
    private final Transcript transcript = new Transcript();
    private final Cookies cookies = new Cookies();
    private final CallForm form;
    private final SerialQueue queue;
    private final RunningDocuments running = new RunningDocuments();
    private volatile @Nullable InputHandler waiting;
    private volatile @Nullable RunningVerb runningVerb;
    private final StreamedAudio streamed = new StreamedAudio();
    private final CopyOnWriteArrayList<String> listenedFor = new CopyOnWriteArrayList<>();
    private int documentsInARow;
    private StatusCallback statusCallback = StatusCallback.NONE;
    private int callbacks;
    private volatile @Nullable Instant answered;
    private volatile Timer ringEnd = () -> {};
    private final List<LegListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> onEnd = new CopyOnWriteArrayList<>();
    private final CallSounds sounds = new CallSounds(this::pass);
    private final List<Consumer<String>> statusListeners = new CopyOnWriteArrayList<>();
    private Runnable onPickUp = () -> {};
    private final PersonInput input = new PersonInput(this);
    private volatile Optional<FarEnd> farEnd = Optional.empty();
    private Runnable onAnswer = () -> {};
    private Runnable atDocumentEnd = () -> end(isAnswered() ? "completed" : "no-answer");

    Leg(Telephony telephony, World world, Resource call, String person) {
        this.telephony = telephony;
        this.world = world;
        this.documents = Documents.forCalls(world);
        this.call = call;
        this.person = person;
        this.form = new CallForm(world, call);
        this.queue = new SerialQueue(world.background()::failed);
    }

    public Resource call() {
        return call;
    }

    /** The address of the person at this end. */
    public String person() {
        return person;
    }

    public Transcript transcript() {
        return transcript;
    }

    World world() {
        return world;
    }

    Telephony telephony() {
        return telephony;
    }

    CallForm form() {
        return form;
    }

    public boolean isOver() {
        return Set.of("completed", "busy", "failed", "no-answer", "canceled").contains(call.text("status"));
    }

    /** What the call waits for, in words. */
    public String state() {
        InputHandler now = waiting;
        return isOver() ? "over (" + call.text("status") + ")" : now == null ? call.text("status") : now.toString();
    }

    /** The verb that the call executes, or executed last; empty before the first one and after the call. */
    public Optional<RunningVerb> runningVerb() {
        return isOver() ? Optional.empty() : Optional.ofNullable(runningVerb);
    }

    /** Runs an action, and then the document as far as possible: now, or after the action that another thread is running. */
    void perform(Runnable action) {
        queue.run(() -> {
            action.run();
            run();
        });
    }

    private void performAndWait(Runnable action) {
        queue.runAndWait(() -> {
            action.run();
            run();
        });
    }

    private void run() {
        while (!isOver() && waiting == null && !running.isEmpty()) {
            running.step(verb -> {
                runningVerb = verb;
                Verbs.execute(this, verb.verb());
            });
        }
    }

    /** The person presses keys. */
    public void keys(String keys, boolean early) {
        performAndWait(() -> input.keys(keys, early));
    }

    /** Keys as transcripts show them: masked if something secret is being entered. */
    String shown(String keys) {
        return input.shown(keys);
    }

    /** The person speaks. */
    public void speech(String text, double confidence, boolean early) {
        performAndWait(() -> input.speech(text, confidence, early));
    }

    /** The person plays a sound: μ-law audio. */
    public void audio(byte[] audio) {
        performAndWait(() -> input.audio(audio));
    }

    /** The person does nothing until a timeout ends the wait. */
    public void silence() {
        performAndWait(input::silence);
    }

    /** The person gives no more input and listens. */
    public void completeInput() {
        performAndWait(input::complete);
    }

    /** Lets someone take the person's keys, which are secret, instead of the document. */
    void capture(Optional<Consumer<String>> newCapture) {
        input.capture(newCapture);
    }

    /** What the call waits for; empty while the document runs. */
    Optional<InputHandler> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** The person has done something, so the document may ask for more documents again. */
    void personActed() {
        documentsInARow = 0;
    }

    /** The person hangs up, also before the call is answered. */
    public void hangUp() {
        performAndWait(() -> {
            if (isOver()) {
                return;
            }
            transcript.add(Transcript.Kind.HANGUP, "");
            hangUpByTwilio();
        });
    }

    /** Ends the call from outside of its document. Call it only within {@link #perform}. */
    void hangUpByTwilio() {
        if (isOver()) {
            return;
        }
        InputHandler before = waiting;
        end(answered == null ? "canceled" : "completed");
        if (before != null) {
            before.hungUp();
        }
    }

    /** Ends the call this many seconds after it was answered. */
    public void limitTime(int seconds) {
        Instant since = answered;
        Instant end = (since == null ? world.clock().instant() : since).plusSeconds(seconds);
        schedule(end, "time limit of the call with " + person, this::hangUpByTwilio);
    }

    /** Does something if nobody has answered the call until then. */
    void ringUntil(Instant time, Runnable task) {
        ringEnd = world.timeline().at(time, "end of ringing at " + person, () -> perform(task));
        onEnd(ringEnd::cancel);
    }

    /** Does something at a time, if the call has not ended before. */
    void schedule(Instant time, String what, Runnable task) {
        onEnd(world.timeline().at(time, what, () -> perform(task))::cancel);
    }

    /** Whether the call has been answered, and is not over. */
    public boolean isInProgress() {
        return isAnswered() && !isOver();
    }

    /** What the person says and hears, for those who listen in. */
    CallSounds sounds() {
        return sounds;
    }

    /** Twilio's voice says something. */
    void say(String text, String language, String voice) {
        transcript.said(text, language, voice);
        sounds.heard(text);
    }

    /** The audio that the application has sent over a media stream and the person has heard. */
    public byte[] streamed() {
        return streamed.toByteArray();
    }

    StreamedAudio streamedAudio() {
        return streamed;
    }

    /** Whether the call waits for a program of the application that speaks when it wants to. */
    public boolean isConnectedToApplication() {
        InputHandler now = waiting;
        return now != null && now.speaksUnasked();
    }

    /** Whether the call can be recorded now: it has been answered, and no program has taken it over. */
    public boolean isRecordable() {
        return isInProgress() && !(waiting instanceof ConnectVerb);
    }

    /** Records the call until its end. */
    public RunningRecording record(RecordingOrder order) {
        RunningRecording recording = RunningRecording.start(this, order, List.of());
        onEnd(recording::complete);
        return recording;
    }

    public void setStatusCallback(StatusCallback newStatusCallback) {
        statusCallback = newStatusCallback;
    }

    void onAnswer(Runnable then) {
        onAnswer = then;
    }

    /** Sets what to do when the document picks up. */
    void onPickUp(Runnable then) {
        onPickUp = then;
    }

    /** The document at the other end, if this call is to a number of the account. */
    Optional<FarEnd> farEnd() {
        return farEnd;
    }

    void setFarEnd(FarEnd newFarEnd) {
        farEnd = Optional.of(newFarEnd);
    }

    /** Answers the call. Call it only within {@link #perform}. */
    void answer() {
        telephony.line(person).stopsRinging(this);
        pickUp();
        onAnswer.run();
    }

    /** The person picks up. */
    public void pickedUp() {
        performAndWait(() -> {
            if (isOver()) {
                throw new IllegalStateException("The call ended before it was answered: " + call.text("status"));
            }
            answer();
        });
    }

    /** The program that a Connect connects the person with says something. Returns whether there is one. */
    public boolean programSays(String text) {
        if (!(waiting instanceof ConnectVerb)) {
            return false;
        }
        transcript.add(Transcript.Kind.OTHER, text);
        return true;
    }

    /** The program that a Connect connects the person with ends. Returns whether there was one. */
    public boolean programEnds(String... results) {
        if (!(waiting instanceof ConnectVerb connected)) {
            return false;
        }
        performAndWait(() -> connected.end(results));
        return true;
    }

    /** The person declines the call. */
    public void declined() {
        performAndWait(() -> end("busy"));
    }

    /** Adds a listener for this leg. */
    public void addListener(LegListener listener) {
        listeners.add(listener);
    }

    /** Nobody else is on the call: the person hears Twilio. */
    void notifyConnectedToTwilio() {
        listeners.forEach(LegListener::connectedToTwilio);
    }

    void notifyBridged(Leg other) {
        listeners.forEach(listener -> listener.bridged(other));
    }

    /** Adds a listener for the statuses that the call enters. */
    void addStatusListener(Consumer<String> listener) {
        statusListeners.add(listener);
    }

    void onEnd(Runnable then) {
        onEnd.add(then);
    }

    /** Sets what to do at the end of the document, instead of hanging up. */
    void atDocumentEnd(Runnable then) {
        atDocumentEnd = then;
    }

    void enter(String status, String event) {
        call.set("status", status);
        world.owned().calls().touch(call);
        statusListeners.forEach(listener -> listener.accept(status));
        world.log().add(Kind.CALL, call.sid() + " " + call.text("from") + " -> " + call.text("to") + " " + status);
        telephony.report(call, event);
        if (!statusCallback.url().isEmpty() && statusCallback.events().contains(event)) {
            StatusCallback target = statusCallback;
            var parameters = form.progress(callbacks++, event.equals("initiated") ? event : status);
            world.background().later(() -> form.send(target.url(), target.method(), parameters));
        }
    }

    void pickUp() {
        pickUp(false);
    }

    /**
     * Marks the call as answered.
     *
     * @param bridging whether the person is, or will be, connected with someone else
     */
    void pickUp(boolean bridging) {
        Instant now = world.clock().instant();
        answered = now;
        ringEnd.cancel();
        call.setDate("start_time", now);
        enter("in-progress", "answered");
        onPickUp.run();
        if (!bridging) {
            notifyConnectedToTwilio();
        }
    }

    /** When the call was answered, if it was. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answered);
    }

    boolean isAnswered() {
        return answered != null;
    }

    void end(String status) {
        if (isOver()) {
            return;
        }
        Instant now = world.clock().instant();
        Instant since = answered;
        long seconds = since == null ? 0 : Duration.between(since, now).toSeconds();
        call.set("duration", Long.toString(seconds)).setDate("end_time", now);
        transcript.add(Transcript.Kind.CALL, "the call is over (" + status + ")");
        waiting = null;
        running.clear();
        telephony.line(person).stopsRinging(this);
        enter(status, "completed");
        listeners.forEach(LegListener::ended);
        onEnd.forEach(Runnable::run);
        telephony.ended(this);
    }

    void waitFor(InputHandler handler) {
        waiting = handler;
    }

    /** Continues after the verb that waited. */
    void proceed() {
        waiting = null;
    }

    boolean isWaitingFor(InputHandler handler) {
        return handler.equals(waiting);
    }

    /** Moves the clock while the person does nothing. */
    void pass(Duration duration) {
        world.timeline().pass(duration);
    }

    /** Resolves a URL against that of the running document. A blank one is the URL of the document. */
    String absolute(String url) {
        return url.isBlank() ? running.url() : Urls.resolve(running.url(), url);
    }

    /** Requests a document from the application, and runs it instead of the current one. */
    void goTo(Hook hook, String... namesAndValues) {
        Optional<Document> document = ask(hook, namesAndValues);
        if (isOver()) {
            return;
        }
        if (document.isPresent()) {
            restart(document.get());
        } else {
            apologize();
        }
    }

    /** The same, with a URL that is relative to the running document. */
    void goTo(String url, String method, String... namesAndValues) {
        goTo(Hook.of(absolute(url), method), namesAndValues);
    }

    /** Runs a document instead of the current one. */
    void restart(Document document) {
        waiting = null;
        running.replace(document, () -> atDocumentEnd.run());
    }

    /** Drops all documents, and what the call waits for. */
    void abandon() {
        InputHandler before = waiting;
        waiting = null;
        running.clear();
        if (before != null) {
            before.abandoned();
        }
    }

    /** Runs a document, and then continues with the current one. */
    void insert(Document document, Runnable then) {
        waiting = null;
        running.insert(document, then);
    }

    /** Drops the document that was inserted last. */
    void leaveInserted() {
        running.leaveInserted();
    }

    Optional<Document> ask(Hook hook, String... namesAndValues) {
        if (++documentsInARow > MAX_DOCUMENTS) {
            world.alert(14106, "More than " + MAX_DOCUMENTS + " documents in a row without any input from the person");
            return Optional.empty();
        }
        return documents.ask(token(), hook, form.with(namesAndValues), cookies);
    }

    /** Runs this TwiML instead of the current document. */
    void follow(String twiml) {
        documents.given(twiml, "").ifPresentOrElse(this::restart, this::apologize);
    }

    void addLanguage(String language) {
        listenedFor.addIfAbsent(language);
    }

    /** The languages of speech recognition so far, without duplicates. */
    public List<String> languagesListenedFor() {
        return List.copyOf(listenedFor);
    }

    /** Whether the call waits for an answer or a message. */
    boolean isAskingForInput() {
        return waiting instanceof GatherVerb || waiting instanceof RecordVerb;
    }

    private void apologize() {
        transcript.said(APOLOGY, "en-US", "");
        end("completed");
    }

    String token() {
        return world.accounts().token(call.text("account_sid"));
    }
}
