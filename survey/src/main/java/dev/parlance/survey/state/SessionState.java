package dev.parlance.survey.state;

import dev.parlance.Address;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session with everything that its document stores. Immutable. */
public final class SessionState implements Session {
    /** Between the name and the run of a request of an earlier run. */
    private static final String RUN = "@";

    private final String survey;
    private final Address respondent;
    private final String revision;
    private final Person person;
    private final Progress progress;
    private final Map<String, Answer> answers;
    private final List<Answer> earlier;
    private final int dropped;
    private final Map<String, String> transcripts;
    private final Map<String, Boolean> quotas;
    private final Outbox outbox;
    private final Contact contact;
    private final int run;
    private final MissedReplyLog missed;
    private final Optional<String> occasion;
    private final Map<String, RequestRecord> requests;
    private final List<ContactChange> changes;
    private final Map<String, List<String>> replaced;
    private final Map<String, List<String>> given;
    private final Map<String, Set<String>> hidden;
    private final Optional<WavePlan> waves;
    private final Map<String, Object> others;

    private SessionState(Edit edit) {
        this.survey = edit.survey;
        this.respondent = Objects.requireNonNull(edit.respondent, "a session needs a respondent");
        this.revision = edit.revision;
        this.person = edit.person;
        this.progress = edit.progress;
        this.answers = Collections.unmodifiableMap(edit.answers);
        this.earlier = Collections.unmodifiableList(edit.earlier);
        this.dropped = edit.dropped;
        this.transcripts = Collections.unmodifiableMap(edit.transcripts);
        this.quotas = Collections.unmodifiableMap(edit.quotas);
        this.outbox = edit.outbox;
        this.contact = edit.contact;
        this.run = edit.run;
        this.missed = edit.missed;
        this.occasion = edit.occasion;
        this.requests = Collections.unmodifiableMap(edit.requests);
        this.changes = Collections.unmodifiableList(edit.changes);
        this.replaced = Collections.unmodifiableMap(edit.replaced);
        this.given = Collections.unmodifiableMap(edit.given);
        this.hidden = Collections.unmodifiableMap(edit.hidden);
        this.waves = edit.waves;
        this.others = Collections.unmodifiableMap(edit.others);
    }

    /** Creates a new session. */
    public static SessionState create(
            String survey, Address respondent, String revision, Person person, String channel) {
        Edit edit = new Edit();
        edit.survey = survey;
        edit.respondent = respondent;
        edit.revision = revision;
        edit.person = person;
        edit.progress = Progress.begin(channel);
        return edit.session();
    }

    /** A copy with this change. Replace maps and lists; don't modify them. */
    public SessionState with(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.session();
    }

    /** A mutable copy for changes. */
    public static final class Edit {
        public String survey;

        @Nullable
        public Address respondent;

        public String revision;
        public Person person;
        public Progress progress;
        public Map<String, Answer> answers;
        public List<Answer> earlier;
        public int dropped;
        public Map<String, String> transcripts;
        public Map<String, Boolean> quotas;
        public Outbox outbox;
        public Contact contact;
        public int run;
        public MissedReplyLog missed;
        public Optional<String> occasion;
        public Map<String, RequestRecord> requests;
        public List<ContactChange> changes;
        public Map<String, List<String>> replaced;
        public Map<String, List<String>> given;
        public Map<String, Set<String>> hidden;
        public Optional<WavePlan> waves;
        public Map<String, Object> others;

        Edit() {
            this.survey = "";
            this.revision = "";
            this.person = Person.UNKNOWN;
            this.progress = Progress.begin("");
            this.answers = Map.of();
            this.earlier = List.of();
            this.transcripts = Map.of();
            this.quotas = Map.of();
            this.outbox = Outbox.EMPTY;
            this.contact = Contact.NONE;
            this.run = 1;
            this.missed = MissedReplyLog.EMPTY;
            this.occasion = Optional.empty();
            this.requests = Map.of();
            this.changes = List.of();
            this.replaced = Map.of();
            this.given = Map.of();
            this.hidden = Map.of();
            this.waves = Optional.empty();
            this.others = Map.of();
        }

        private Edit(SessionState session) {
            this.survey = session.survey;
            this.respondent = session.respondent;
            this.revision = session.revision;
            this.person = session.person;
            this.progress = session.progress;
            this.answers = session.answers;
            this.earlier = session.earlier;
            this.dropped = session.dropped;
            this.transcripts = session.transcripts;
            this.quotas = session.quotas;
            this.outbox = session.outbox;
            this.contact = session.contact;
            this.run = session.run;
            this.missed = session.missed;
            this.occasion = session.occasion;
            this.requests = session.requests;
            this.changes = session.changes;
            this.replaced = session.replaced;
            this.given = session.given;
            this.hidden = session.hidden;
            this.waves = session.waves;
            this.others = session.others;
        }

        SessionState session() {
            return new SessionState(this);
        }
    }

    /**
     * A new session that replaces this one. It still recognizes handled webhooks and continues the sequence of events.
     */
    public SessionState startAgain(int newRun, String newRevision, Person newPerson, String channel) {
        SessionState fresh = create(survey, respondent, newRevision, newPerson, channel);
        return fresh.with(edit -> {
            edit.outbox = outbox;
            edit.run = newRun;
            edit.occasion = occasion;
            edit.waves = waves;
            edit.requests = newRun == run ? requests : owedRequests();
            edit.changes = changes;
            edit.replaced = newRun == run ? replaced : Map.of();
            edit.others = others;
        });
    }

    /** The requests that nobody waited for in this run and that are not over, by names that no other run uses. */
    private Map<String, RequestRecord> owedRequests() {
        Map<String, RequestRecord> owed = new LinkedHashMap<>();
        requests.forEach((key, request) -> {
            if (request.due().isPresent()) {
                owed.put(key.contains(RUN) ? key : key + RUN + run, request);
            }
        });
        return owed;
    }

    /** The name of a request, also of one from an earlier run. */
    public static String withoutRun(String key) {
        int run = key.indexOf(RUN);
        return run < 0 ? key : key.substring(0, run);
    }

    /** Reopens an ended session at its open question. Quota places are reserved again. */
    public SessionState reopened() {
        return with(edit -> {
            edit.quotas = Map.of();
            edit.progress = progress.with(open -> {
                open.disposition = Transition.INVITED_AGAIN.from(progress.disposition());
                open.stage = progress.question().isEmpty() ? Stage.NEW : Stage.ASKING;
                open.attempts = 0;
                open.unsure = List.of();
                open.contacted = null;
                open.openSince = null;
                open.timeOuts = 0;
                open.ended = null;
            });
        });
    }

    /** A copy that was completed in another application. */
    public SessionState completedElsewhere(
            String language, String channel, @Nullable Instant started, @Nullable Instant ended, List<Answer> given) {
        Map<String, Answer> byQuestion = new LinkedHashMap<>();
        given.forEach(answer -> byQuestion.put(answer.question(), answer));
        return with(edit -> {
            edit.person = person.speaking(language);
            edit.answers = byQuestion;
            edit.progress = Progress.begin(channel).with(now -> {
                now.disposition = Disposition.COMPLETED;
                now.stage = Stage.OVER;
                now.path = List.copyOf(byQuestion.keySet());
                now.reacted = true;
                now.started = started;
                now.ended = ended;
            });
        });
    }

    /** A copy with this person. */
    public SessionState with(Person newPerson) {
        return with(edit -> edit.person = newPerson);
    }

    /** A copy with this language as known. */
    public SessionState withLanguage(String language) {
        return with(person.speaking(language));
    }

    /** A copy with this contact state. */
    public SessionState with(Contact newContact) {
        return with(edit -> edit.contact = newContact);
    }

    /** A copy with this outbox. */
    public SessionState with(Outbox newOutbox) {
        return with(edit -> edit.outbox = newOutbox);
    }

    /** A copy with this request, which replaces one with the same name. */
    public SessionState with(String key, RequestRecord request) {
        Map<String, RequestRecord> more = new LinkedHashMap<>(requests);
        more.put(key, request);
        return with(edit -> edit.requests = more);
    }

    /** A copy with this plan for the waves of the survey. */
    public SessionState with(WavePlan plan) {
        return with(edit -> edit.waves = Optional.of(plan));
    }

    /** A copy in which a question does not have these options. */
    public SessionState withHidden(String question, Set<String> options) {
        return with(edit -> edit.hidden = options.isEmpty() ? Map.of() : Map.of(question, Set.copyOf(options)));
    }

    /** A copy that knows what came of its requests in a newer state. */
    public SessionState withNewerRequests(SessionState newer) {
        Map<String, RequestRecord> known = new LinkedHashMap<>();
        requests.forEach((key, request) -> known.put(key, newer.requests.getOrDefault(key, request)));
        return with(edit -> edit.requests = known);
    }

    /** When the next request that nobody waits for is due. */
    public Optional<Instant> nextRequest() {
        return requests.values().stream()
                .flatMap(request -> request.due().stream())
                .min(Comparator.naturalOrder());
    }

    /** A copy that has forgotten what it has done in this run: requests, and what it has set. */
    public SessionState withoutHistory() {
        return with(edit -> {
            edit.requests = Map.of();
            edit.replaced = Map.of();
        });
    }

    /** A copy in which the survey has set a variable. */
    public SessionState withVariable(String name, String value) {
        Map<String, List<String>> first = new LinkedHashMap<>(given);
        first.putIfAbsent(name, variable(name).stream().toList());
        return with(edit -> {
            edit.given = first;
            edit.person = person.withVariable(name, Optional.of(value));
        });
    }

    /** A copy with the variables of the invitation, without what the survey has set. */
    public SessionState withInvitedVariables() {
        Person invited = person;
        for (Map.Entry<String, List<String>> variable : given.entrySet()) {
            invited = invited.withVariable(
                    variable.getKey(), variable.getValue().stream().findFirst());
        }
        Person before = invited;
        return with(edit -> {
            edit.given = Map.of();
            edit.person = before;
        });
    }

    /** A copy whose changes of the contact have been written. */
    public SessionState withoutChanges() {
        return with(edit -> edit.changes = List.of());
    }

    /** A copy that remembers the reply to this webhook. */
    public SessionState withHandled(String webhook, String reply) {
        return with(outbox.remember(webhook, reply));
    }

    /** A copy for this occasion. */
    public SessionState withOccasion(Optional<String> newOccasion) {
        return with(edit -> edit.occasion = newOccasion);
    }

    /** A copy with another revision of the survey. */
    public SessionState withRevision(String newRevision) {
        return newRevision.equals(revision) ? this : with(edit -> edit.revision = newRevision);
    }

    /** The store's collection for a survey's sessions. */
    public static String collection(String survey) {
        return "session:" + survey;
    }

    /** The store's collection for a survey's revisions. */
    public static String revisionCollection(String survey) {
        return "revision:" + survey;
    }

    /** The store's collection for a survey's earlier runs; see {@link #earlierId}. */
    public static String earlierCollection(String survey) {
        return "earlier:" + survey;
    }

    /** The document id of a person's earlier run. */
    public static String earlierId(Address respondent, int run) {
        return respondent.value() + "/" + run;
    }

    /**
     * The state of a session that this library made.
     *
     * @throws IllegalArgumentException if another class implements the session
     */
    public static SessionState of(Session session) {
        if (session instanceof SessionState state) {
            return state;
        }
        throw new IllegalArgumentException("A session must come from this library, not " + session.getClass());
    }

    /** Reads the JSON that {@link #toJson} wrote. */
    public static SessionState fromJson(String json) {
        return SessionReader.read(json);
    }

    /** Reads only what results count: the person, the progress, the answers and the replies that were not understood. Never save it. */
    public static SessionState countedFromJson(String json) {
        return SessionReader.readCounted(json);
    }

    @Override
    public String toJson() {
        return SessionWriter.write(this);
    }

    @Override
    public String survey() {
        return survey;
    }

    @Override
    public Address respondent() {
        return respondent;
    }

    @Override
    public String revision() {
        return revision;
    }

    /** What the session knows about the person. */
    public Person person() {
        return person;
    }

    /** The progress. */
    public Progress progress() {
        return progress;
    }

    @Override
    public Map<String, Answer> answers() {
        return answers;
    }

    @Override
    public List<Answer> earlierAnswers() {
        return earlier;
    }

    /** How many earlier answers were dropped to keep the document small. */
    public int dropped() {
        return dropped;
    }

    /** Transcripts that arrived before their recordings, by recording SID. */
    public Map<String, String> transcripts() {
        return transcripts;
    }

    /** Whether the person is on the phone with an agent, as far as is known. */
    public boolean isWithAgent() {
        return progress.stage() == Stage.AGENT || progress.stage() == Stage.AGENT_NEXT;
    }

    /** For each checked quota, whether the person has a place. */
    public Map<String, Boolean> quotas() {
        return quotas;
    }

    /** The handled webhooks and the events to publish. */
    public Outbox outbox() {
        return outbox;
    }

    /** The attempts to reach the person. */
    public Contact contact() {
        return contact;
    }

    @Override
    public int run() {
        return run;
    }

    /** The replies that the survey did not understand. */
    public MissedReplyLog missed() {
        return missed;
    }

    @Override
    public Optional<String> occasion() {
        return occasion;
    }

    @Override
    public int wave() {
        return occasion.flatMap(WavePlan::waveOf).orElse(1);
    }

    /** The requests that were made or claimed in this run, by the name of their answer. */
    public Map<String, RequestRecord> requests() {
        return requests;
    }

    /** The changes of the person's contact that may not have been written yet. */
    public List<ContactChange> changes() {
        return changes;
    }

    /** For each {@code set} question that was passed in this run, the value that it replaced first; without parts if it was not set. */
    public Map<String, List<String>> replaced() {
        return replaced;
    }

    /** For each variable that the survey has set in this run, the value of the invitation; none if it had none. */
    Map<String, List<String>> given() {
        return given;
    }

    /** The values of options that the person doesn't get, by question. */
    public Map<String, Set<String>> hidden() {
        return hidden;
    }

    /** Which waves of the survey the person has got, if it has waves. */
    public Optional<WavePlan> waves() {
        return waves;
    }

    /** Unknown fields from a newer version of this library. */
    Map<String, Object> others() {
        return others;
    }

    @Override
    public boolean isOver() {
        return progress.stage() == Stage.OVER;
    }

    @Override
    public boolean hasAnswers() {
        return answers.values().stream()
                .anyMatch(answer -> answer.isGiven() && answer.inputMethod() != Answer.InputMethod.COMPUTED);
    }

    @Override
    public Optional<Value> answer(String question) {
        return Optional.ofNullable(answers.get(question))
                .filter(Answer::isGiven)
                .map(Answer::value);
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(person.variables().get(name));
    }

    @Override
    public String language() {
        return person.language();
    }

    @Override
    public String channel() {
        return progress.channel();
    }

    @Override
    public Disposition disposition() {
        return progress.disposition();
    }

    @Override
    public int turn() {
        return progress.turn();
    }

    @Override
    public String question() {
        return progress.question();
    }

    @Override
    public Optional<Instant> started() {
        return progress.started();
    }

    @Override
    public List<Delivery> undelivered() {
        return outbox.deliveries().undelivered(run);
    }

    @Override
    public Optional<Instant> ended() {
        return progress.ended();
    }

    @Override
    public Map<String, String> variables() {
        return person.variables();
    }

    private List<Object> parts() {
        return List.of(
                survey,
                respondent,
                revision,
                person,
                progress,
                answers,
                earlier,
                dropped,
                transcripts,
                quotas,
                outbox,
                contact,
                run,
                missed,
                occasion,
                requests,
                changes,
                replaced,
                given,
                hidden,
                waves,
                others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SessionState session && parts().equals(session.parts()));
    }

    @Override
    public int hashCode() {
        return respondent.hashCode();
    }

    /** The survey, the respondent and the progress, but no answers. */
    @Override
    public String toString() {
        return "Session[" + survey + ", " + respondent + ", " + progress.disposition() + ", turn " + progress.turn()
                + "]";
    }
}
