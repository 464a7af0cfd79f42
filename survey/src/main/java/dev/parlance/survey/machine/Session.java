package dev.parlance.survey.machine;

import dev.parlance.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's part in one survey: the one document that is saved. Immutable.
 *
 * @param survey the survey's name
 * @param respondent the person
 * @param revision the revision of the survey that it began with
 * @param person what is known of the person
 * @param progress where it stands
 * @param answers the answer that counts for each question
 * @param earlier answers that were given again since, and those that came late
 * @param transcripts what recordings say, by their SIDs, of which the writing came before the recording did
 * @param quotas for each quota that was looked at, whether there was a place
 * @param outbox what is remembered of webhooks, and events that are to be published
 * @param contact how we have tried to reach the person
 * @param run 1 for the first time that the person takes the survey, 2 after a restart, and so on
 * @param dropped how many of the earlier answers are no longer kept, so that the document stays small
 * @param others what a newer version of this library keeps in a session
 */
public record Session(
        String survey,
        Address respondent,
        String revision,
        Person person,
        Progress progress,
        Map<String, Answer> answers,
        List<Answer> earlier,
        Map<String, String> transcripts,
        Map<String, Boolean> quotas,
        Outbox outbox,
        Contact contact,
        int run,
        int dropped,
        Map<String, Object> others) {

    /** A session in which nothing has happened. */
    public static Session begin(String survey, Address respondent, String revision, Person person, String channel) {
        return new Session(
                survey,
                respondent,
                revision,
                person,
                Progress.begin(channel),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Outbox.EMPTY,
                Contact.NONE,
                1,
                0,
                Map.of());
    }

    /**
     * A session in which nothing has happened, in place of this one. Webhooks that were answered are still known, and events
     * go on being counted.
     */
    public Session startAgain(int newRun, String newRevision, Person newPerson, String channel) {
        return new Session(
                survey,
                respondent,
                newRevision,
                newPerson,
                Progress.begin(channel),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                outbox,
                Contact.NONE,
                newRun,
                0,
                others);
    }

    /** A session that was over, going on where it ended: at the question that was open. Places in quotas are looked for again. */
    public Session reopened() {
        Progress open = new Progress(
                progress.disposition().after(Disposition.Happening.INVITED_AGAIN),
                progress.at().isEmpty() ? Stage.NEW : Stage.ASKING,
                progress.at(),
                0,
                progress.turn(),
                progress.channel(),
                progress.path(),
                List.of(),
                progress.reacted(),
                progress.started(),
                progress.asked(),
                progress.askedTurn(),
                Optional.empty());
        return new Session(
                survey,
                respondent,
                revision,
                person,
                open,
                answers,
                earlier,
                transcripts,
                Map.of(),
                outbox,
                contact,
                run,
                dropped,
                others);
    }

    /** The shelf of a store on which earlier runs of a survey stand, by {@link #earlierId}. */
    public static String earlierShelf(String survey) {
        return "earlier:" + survey;
    }

    /** The name of the document of a person's earlier run. */
    public static String earlierId(Address respondent, int run) {
        return respondent.value() + "/" + run;
    }

    /** Whether at least one question was answered. */
    public boolean hasAnswers() {
        return answers.values().stream().anyMatch(Answer::isGiven);
    }

    /** The shelf of a store on which a survey's sessions stand. */
    public static String shelf(String survey) {
        return "session:" + survey;
    }

    /** Whether nothing more is asked. */
    public boolean isOver() {
        return progress.stage() == Stage.OVER;
    }

    /** A session that {@link #toJson} wrote. */
    public static Session fromJson(String json) {
        return SessionReader.read(json);
    }

    /** The document that is saved. */
    public String toJson() {
        return SessionWriter.write(this);
    }

    /** The same, of a person of whom other things are known. */
    public Session with(Person newPerson) {
        return copy(revision, newPerson, outbox, contact);
    }

    /** The same, speaking this language for certain. */
    public Session speaking(String language) {
        return with(new Person(language, true, person.zone(), person.variables(), person.seed()));
    }

    /** The same, standing elsewhere, with these answers. */
    public Session with(Progress newProgress, Map<String, Answer> newAnswers) {
        return new Session(
                survey,
                respondent,
                revision,
                person,
                newProgress,
                newAnswers,
                earlier,
                transcripts,
                quotas,
                outbox,
                contact,
                run,
                dropped,
                others);
    }

    /** The same, with other tries to reach the person. */
    public Session with(Contact newContact) {
        return copy(revision, person, outbox, newContact);
    }

    /** The same, with other things remembered. */
    public Session with(Outbox newOutbox) {
        return copy(revision, person, newOutbox, contact);
    }

    /** The same, knowing that this webhook was answered so. */
    public Session remember(String webhook, String reply) {
        return with(outbox.remember(webhook, reply));
    }

    /** The same, going on with another revision of the survey. */
    public Session withRevision(String newRevision) {
        return copy(newRevision, person, outbox, contact);
    }

    private Session copy(String newRevision, Person newPerson, Outbox newOutbox, Contact newContact) {
        return new Session(
                survey,
                respondent,
                newRevision,
                newPerson,
                progress,
                answers,
                earlier,
                transcripts,
                quotas,
                newOutbox,
                newContact,
                run,
                dropped,
                others);
    }

    /** A variable that was given at the start. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(person.variables().get(name));
    }

    /** The tag of the language that is spoken. */
    public String language() {
        return person.language();
    }

    /** How the two talk. */
    public String channel() {
        return progress.channel();
    }

    /** Whose, of which survey, and how far; never what was said. */
    @Override
    public String toString() {
        return "Session[" + survey + ", " + respondent + ", " + progress.disposition() + ", turn " + progress.turn()
                + "]";
    }
}
