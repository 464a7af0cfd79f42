package dev.parlance.survey.machine;

import dev.parlance.Address;
import dev.parlance.survey.question.Known;
import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in one survey: the document that is saved. Immutable.
 *
 * <pre>{@code
 * surveys.find("+15551112222")
 *         .flatMap(session -> session.answer("taste"))
 *         .ifPresent(taste -> note(taste.text()));
 * }</pre>
 */
public final class Session implements Known {
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
    private final Map<String, Object> others;

    private Session(Edit edit) {
        this.survey = edit.survey;
        this.respondent = Objects.requireNonNull(edit.respondent, "a session is somebody's");
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
        this.others = Collections.unmodifiableMap(edit.others);
    }

    /** A session in which nothing has happened. */
    public static Session begin(String survey, Address respondent, String revision, Person person, String channel) {
        Edit edit = new Edit();
        edit.survey = survey;
        edit.respondent = respondent;
        edit.revision = revision;
        edit.person = person;
        edit.progress = Progress.begin(channel);
        return edit.session();
    }

    /** The same, but for this. Maps and lists are replaced, never changed. */
    Session with(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.session();
    }

    /** A session while it is put together. */
    static final class Edit {
        String survey;

        @Nullable
        Address respondent;

        String revision;
        Person person;
        Progress progress;
        Map<String, Answer> answers;
        List<Answer> earlier;
        int dropped;
        Map<String, String> transcripts;
        Map<String, Boolean> quotas;
        Outbox outbox;
        Contact contact;
        int run;
        Map<String, Object> others;

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
            this.others = Map.of();
        }

        private Edit(Session session) {
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
            this.others = session.others;
        }

        Session session() {
            return new Session(this);
        }
    }

    /**
     * A session in which nothing has happened, in place of this one. Webhooks that were answered are still known, and events
     * go on being counted.
     */
    public Session startAgain(int newRun, String newRevision, Person newPerson, String channel) {
        Session fresh = begin(survey, respondent, newRevision, newPerson, channel);
        return fresh.with(edit -> {
            edit.outbox = outbox;
            edit.run = newRun;
            edit.others = others;
        });
    }

    /** A session that was over, going on where it ended: at the question that was open. Places in quotas are looked for again. */
    public Session reopened() {
        return with(edit -> {
            edit.quotas = Map.of();
            edit.progress = progress.with(open -> {
                open.disposition = progress.disposition().after(Disposition.Happening.INVITED_AGAIN);
                open.stage = progress.at().isEmpty() ? Stage.NEW : Stage.ASKING;
                open.attempts = 0;
                open.unsure = List.of();
                open.ended = null;
            });
        });
    }

    /** The same person's session, completed with another application. */
    public Session completedElsewhere(
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

    /** The same, with these facts about the person. */
    public Session with(Person newPerson) {
        return with(edit -> edit.person = newPerson);
    }

    /** The same, speaking this language for certain. */
    public Session speaking(String language) {
        return with(person.speaking(language));
    }

    /** The same, with other tries to reach the person. */
    public Session with(Contact newContact) {
        return with(edit -> edit.contact = newContact);
    }

    /** The same, with other things remembered. */
    public Session with(Outbox newOutbox) {
        return with(edit -> edit.outbox = newOutbox);
    }

    /** The same, knowing that this webhook was answered so. */
    public Session remember(String webhook, String reply) {
        return with(outbox.remember(webhook, reply));
    }

    /** The same, going on with another revision of the survey. */
    public Session withRevision(String newRevision) {
        return newRevision.equals(revision) ? this : with(edit -> edit.revision = newRevision);
    }

    /** The shelf of a store on which a survey's sessions stand. */
    public static String shelf(String survey) {
        return "session:" + survey;
    }

    /** The shelf of a store on which earlier runs of a survey stand, by {@link #earlierId}. */
    public static String earlierShelf(String survey) {
        return "earlier:" + survey;
    }

    /** The name of the document of a person's earlier run. */
    public static String earlierId(Address respondent, int run) {
        return respondent.value() + "/" + run;
    }

    /** A session that {@link #toJson} wrote. */
    public static Session fromJson(String json) {
        return SessionReader.read(json);
    }

    /** The document that is saved. */
    public String toJson() {
        return SessionWriter.write(this);
    }

    /** The survey's name. */
    public String survey() {
        return survey;
    }

    /** The person's number, or what else reaches them. */
    public Address respondent() {
        return respondent;
    }

    /** The revision of the survey that the person takes. */
    public String revision() {
        return revision;
    }

    /** What is known of the person. */
    public Person person() {
        return person;
    }

    /** How far the person has come. */
    public Progress progress() {
        return progress;
    }

    /** The answer that counts for each question. */
    public Map<String, Answer> answers() {
        return answers;
    }

    /** Answers that were replaced since, and those that came late. */
    public List<Answer> earlier() {
        return earlier;
    }

    /** How many of the earlier answers are no longer kept, so that the document stays small. */
    public int dropped() {
        return dropped;
    }

    /** What recordings say, by their SIDs, where the writing came before the recording did. */
    public Map<String, String> transcripts() {
        return transcripts;
    }

    /** For each quota that was looked at, whether there was a place. */
    public Map<String, Boolean> quotas() {
        return quotas;
    }

    /** The webhooks that are known again, and events that are to be published. */
    public Outbox outbox() {
        return outbox;
    }

    /** How we have tried to reach the person. */
    public Contact contact() {
        return contact;
    }

    /** 1 for the first time that the person takes the survey, 2 after a restart, and so on. */
    public int run() {
        return run;
    }

    /** What a newer version of this library keeps in a session. */
    Map<String, Object> others() {
        return others;
    }

    /** Whether nothing more is asked. */
    public boolean isOver() {
        return progress.stage() == Stage.OVER;
    }

    /** Whether at least one question was answered. */
    public boolean hasAnswers() {
        return answers.values().stream().anyMatch(Answer::isGiven);
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
                others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Session session && parts().equals(session.parts()));
    }

    @Override
    public int hashCode() {
        return respondent.hashCode();
    }

    /** Whose, of which survey, and how far; never what was said. */
    @Override
    public String toString() {
        return "Session[" + survey + ", " + respondent + ", " + progress.disposition() + ", turn " + progress.turn()
                + "]";
    }
}
