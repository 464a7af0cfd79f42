package dev.parlance.testkit.voice;

import dev.parlance.testkit.document.Document;
import dev.parlance.testkit.document.Documents;
import dev.parlance.testkit.document.Verb;
import dev.parlance.testkit.log.LogEntry.Kind;
import dev.parlance.testkit.voice.OutgoingCall.StatusCallback;
import dev.parlance.testkit.world.Cookies;
import dev.parlance.testkit.world.Hook;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.Urls;
import dev.parlance.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One person's part of a call: runs what the application says, and waits for the person where it says so. */
public final class Leg {
    private static final int MOST_DOCUMENTS = 50;
    private static final String APOLOGY = "We are sorry, an application error has occurred. Goodbye.";

    private final World world;
    private final Telephony telephony;
    private final Documents documents;
    private final Resource call;
    private final String person;
    private final Transcript transcript = new Transcript();
    private final Cookies cookies = new Cookies();
    private final CallForm form;
    private final Turns turns;
    private final Deque<Program> programs = new ArrayDeque<>();
    private volatile @Nullable Waiting waiting;
    private final CopyOnWriteArrayList<String> listenedFor = new CopyOnWriteArrayList<>();
    private int documentsInARow;
    private StatusCallback statusCallback = StatusCallback.NONE;
    private int callbacks;
    private volatile @Nullable Instant answered;
    private final List<LegWatcher> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenOver = new CopyOnWriteArrayList<>();
    private Runnable whenAnswered = () -> {};
    private Runnable atTheDocumentsEnd = () -> end(isAnswered() ? "completed" : "no-answer");

    Leg(Telephony telephony, World world, Resource call, String person) {
        this.telephony = telephony;
        this.world = world;
        this.documents = Documents.forCalls(world);
        this.call = call;
        this.person = person;
        this.form = new CallForm(world, call);
        this.turns = new Turns(world.background()::failed);
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

    /** What it waits for, in words. */
    public String state() {
        Waiting now = waiting;
        return isOver() ? "over (" + call.text("status") + ")" : now == null ? call.text("status") : now.toString();
    }

    /** Does this and then goes on as far as possible: now, or when whoever is at it has done what he is at. */
    void perform(Runnable deed) {
        turns.take(() -> {
            deed.run();
            run();
        });
    }

    private void performAndWait(Runnable deed) {
        turns.takeAndWait(() -> {
            deed.run();
            run();
        });
    }

    private void run() {
        while (!isOver() && waiting == null && !programs.isEmpty()) {
            Program program = programs.element();
            Optional<Verb> verb = program.next();
            if (verb.isPresent()) {
                Verbs.execute(this, verb.get());
            } else {
                programs.remove();
                program.atItsEnd().run();
            }
        }
    }

    /** The person presses keys. */
    public void keys(String keys, boolean early) {
        performAndWait(() -> {
            transcript.add(Transcript.Kind.KEYS, keys);
            documentsInARow = 0;
            Waiting now = waiting;
            if (now != null) {
                now.keys(keys, early);
            }
        });
    }

    /** The person speaks. */
    public void speech(String text, double confidence, boolean early) {
        performAndWait(() -> {
            transcript.add(Transcript.Kind.SPOKE, text);
            documentsInARow = 0;
            Waiting now = waiting;
            if (now != null) {
                now.speech(text, confidence, early);
            }
        });
    }

    /** The person does nothing until something happens. */
    public void silence() {
        performAndWait(() -> {
            transcript.add(Transcript.Kind.SILENCE, "");
            documentsInARow = 0;
            Waiting now = waiting;
            if (now != null) {
                now.silence();
            }
        });
    }

    /** The person listens on. */
    public void patience() {
        performAndWait(() -> {
            Waiting now = waiting;
            if (now != null) {
                now.patience();
            }
        });
    }

    /** The person hangs up, or gives up calling before anybody has answered. */
    public void hangUp() {
        performAndWait(() -> {
            if (isOver()) {
                return;
            }
            transcript.add(Transcript.Kind.HANGUP, "");
            Waiting before = waiting;
            end(answered == null ? "canceled" : "completed");
            if (before != null) {
                before.hungUp();
            }
        });
    }

    void tellOf(StatusCallback newStatusCallback) {
        statusCallback = newStatusCallback;
    }

    void whenAnswered(Runnable then) {
        whenAnswered = then;
    }

    /** The phone is picked up. To be called where the leg performs. */
    void answer() {
        telephony.line(person).stopsRinging(this);
        pickUp();
        whenAnswered.run();
    }

    /** The person picks up. */
    public void pickedUp() {
        performAndWait(() -> {
            if (isOver()) {
                throw new IllegalStateException("The call was over before it was answered: " + call.text("status"));
            }
            answer();
        });
    }

    /** The person does not take the call. */
    public void declined() {
        performAndWait(() -> end("busy"));
    }

    /** Hears of what becomes of this leg. */
    public void watch(LegWatcher watcher) {
        watchers.add(watcher);
    }

    /** Nobody else is there any more, or yet: what is heard comes from Twilio itself. */
    void isAlone() {
        watchers.forEach(LegWatcher::alone);
    }

    void isBridgedWith(Leg other) {
        watchers.forEach(watcher -> watcher.bridged(other));
    }

    void whenOver(Runnable then) {
        whenOver.add(then);
    }

    /** What to do instead of hanging up when there is nothing left to do. */
    void atTheDocumentsEnd(Runnable then) {
        atTheDocumentsEnd = then;
    }

    void enter(String status, String event) {
        call.set("status", status);
        world.owned().calls().touch(call);
        world.log().add(Kind.CALL, call.sid() + " " + call.text("from") + " -> " + call.text("to") + " " + status);
        if (!statusCallback.url().isEmpty() && statusCallback.events().contains(event)) {
            StatusCallback target = statusCallback;
            var parameters = form.progress(callbacks++);
            world.background().later(() -> form.tell(target.url(), target.method(), parameters));
        }
    }

    void pickUp() {
        pickUp(false);
    }

    /**
     * The call is answered.
     *
     * @param bridging because somebody else has answered, or is about to be rung
     */
    void pickUp(boolean bridging) {
        Instant now = world.clock().instant();
        answered = now;
        call.setDate("start_time", now);
        enter("in-progress", "answered");
        if (!bridging) {
            isAlone();
        }
    }

    boolean isAnswered() {
        return answered != null;
    }

    /** Ends this leg. */
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
        programs.clear();
        telephony.line(person).stopsRinging(this);
        enter(status, "completed");
        watchers.forEach(LegWatcher::over);
        whenOver.forEach(Runnable::run);
    }

    /** Waits for the person. */
    void waitFor(Waiting what) {
        waiting = what;
    }

    /** Goes on behind the verb that waited. */
    void goOn() {
        waiting = null;
    }

    boolean isWaitingFor(Waiting what) {
        return what.equals(waiting);
    }

    /** Lets time pass while the person does nothing. */
    void pass(Duration duration) {
        world.timeline().pass(duration);
    }

    /** A URL of the document that runs; the document's own, if none is given. */
    String absolute(String url) {
        String base = programs.isEmpty() ? "" : programs.element().url();
        return url.isBlank() ? base : Urls.resolve(base, url);
    }

    /** Asks the application, and does what it answers instead of whatever else there was to do. */
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

    /** Goes to a URL that the document that runs names. */
    void goTo(String url, String method, String... namesAndValues) {
        goTo(Hook.of(absolute(url), method), namesAndValues);
    }

    /** Runs a document instead of the one that runs now. */
    void restart(Document document) {
        waiting = null;
        Runnable then = programs.isEmpty()
                ? () -> atTheDocumentsEnd.run()
                : programs.remove().atItsEnd();
        programs.push(new Program(document, then));
    }

    /** Gives up whatever there was to do. */
    void abandon() {
        Waiting before = waiting;
        waiting = null;
        programs.clear();
        if (before != null) {
            before.abandoned();
        }
    }

    /** Runs a document, and then goes on with this one. */
    void insert(Document document, Runnable then) {
        waiting = null;
        programs.push(new Program(document, then));
    }

    /** Gives up the document that was inserted last. */
    void leaveInserted() {
        if (programs.size() > 1) {
            programs.remove();
        }
    }

    Optional<Document> ask(Hook hook, String... namesAndValues) {
        if (++documentsInARow > MOST_DOCUMENTS) {
            world.problem(14106, "More than " + MOST_DOCUMENTS + " documents in a row, with nobody to hear them");
            return Optional.empty();
        }
        return documents.ask(token(), hook, form.with(namesAndValues), cookies);
    }

    /** Does what this TwiML says instead of whatever else there was to do. */
    void follow(String twiml) {
        documents.given(twiml, "").ifPresentOrElse(this::restart, this::apologize);
    }

    void listensFor(String language) {
        listenedFor.addIfAbsent(language);
    }

    /** The languages that answers were to be understood in, each once. */
    public List<String> languagesListenedFor() {
        return List.copyOf(listenedFor);
    }

    /** Whether the person is asked for something. */
    boolean asksThePerson() {
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
