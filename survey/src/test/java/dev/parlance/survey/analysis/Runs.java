package dev.parlance.survey.analysis;

import dev.parlance.Address;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.MissedReplyLog;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.Progress;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.Stage;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A store with hand-made sessions of a survey. */
final class Runs {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final DocumentStore store = DocumentStore.inMemory();
    private final Survey survey;
    private final Map<String, Survey> revisions = new HashMap<>();
    private final Map<Address, ContactRecord> contacts = new HashMap<>();
    private final Analyses analyses;

    Runs(Survey survey) {
        this.survey = survey;
        revisions.put(survey.revision(), survey);
        this.analyses = Analyses.of(
                store, survey, revisions::get, person -> contacts.getOrDefault(person, ContactRecord.EMPTY));
    }

    Survey revision(String id) {
        return Objects.requireNonNull(revisions.get(id));
    }

    void saveAsEarlier(SessionState session) {
        save(
                session,
                new Key(
                        SessionState.earlierCollection(survey.name()),
                        SessionState.earlierId(session.respondent(), session.run())));
    }

    private void save(SessionState session, Key key) {
        Document document = store.load(key)
                .orElseGet(() -> Document.create(key, PersonHash.of(session.respondent()), Optional.empty(), ""));
        store.save(document.withJson(session.toJson()));
    }

    void forget(String person) {
        store.forget(PersonHash.of(Address.of(person)));
    }

    void contact(String person, String field, String value) {
        contacts.put(Address.of(person), ContactRecord.EMPTY.withField(field, value));
    }

    Analyses analyses() {
        return analyses;
    }

    Analysis all() {
        return matching(ResultFilter.ALL);
    }

    Analysis matching(ResultFilter filter) {
        return analyses.analysis(filter, ZoneOffset.UTC);
    }

    /** Begins a run of a person, who was contacted at noon and has not responded. */
    Run run(String person) {
        return new Run(survey, person);
    }

    /** The same in another revision. */
    Run run(Survey revision, String person) {
        revisions.put(revision.revision(), revision);
        return new Run(revision, person);
    }

    final class Run {
        private final List<Answer> answers = new ArrayList<>();
        private final List<MissedReply> missed = new ArrayList<>();
        private SessionState session;
        private Instant at = NOON;

        private Run(Survey revision, String person) {
            Person known = new Person("en", true, Optional.empty(), Map.of(), 1);
            this.session = SessionState.create(revision.name(), Address.of(person), revision.revision(), known, "text")
                    .with(edit -> edit.progress = edit.progress.with(progress -> progress.contacted = NOON));
        }

        Run in(String language) {
            session = session.withLanguage(language);
            return this;
        }

        Run on(String channel) {
            session = session.with(edit -> edit.progress = edit.progress.with(now -> now.channel = channel));
            return this;
        }

        Run number(int run) {
            session = session.with(edit -> edit.run = run);
            return this;
        }

        Run wave(int wave) {
            session = session.withOccasion(Optional.of("wave-" + wave));
            return this;
        }

        Run variable(String name, String value) {
            session = session.with(session.person().withVariable(name, Optional.of(value)));
            return this;
        }

        Run contacted(Instant time) {
            session = session.with(edit -> edit.progress = edit.progress.with(now -> now.contacted = time));
            at = time;
            return this;
        }

        /** Responds some seconds after what was before. */
        Run starts(int seconds) {
            at = at.plusSeconds(seconds);
            return progress(Disposition.STARTED, Stage.ASKING).with(now -> now.started = at);
        }

        private Run with(Consumer<Progress.Edit> change) {
            session = session.with(edit -> edit.progress = edit.progress.with(change));
            return this;
        }

        Run progress(Disposition disposition, Stage stage) {
            return with(now -> {
                now.disposition = disposition;
                now.stage = stage;
            });
        }

        Run answers(String question, String... parts) {
            return given(question, new Value(List.of(parts)));
        }

        Run refuses(String question, String option) {
            return given(question, new Value(List.of(option), Optional.empty(), true));
        }

        Run specifies(String question, String option, String words) {
            return given(question, Value.of(option).withSpecified(words));
        }

        private Run given(String question, Value value) {
            at = at.plusSeconds(1);
            answers.add(new GivenAnswer(
                    question,
                    value,
                    Answer.InputMethod.TEXT,
                    1,
                    session.language(),
                    1,
                    at,
                    Optional.empty(),
                    session.channel()));
            return this;
        }

        Run skips(String question, int attempt) {
            at = at.plusSeconds(1);
            answers.add(GivenAnswer.skipped(question, session.language(), attempt, at, session.channel()));
            return this;
        }

        Run timesOut(String question) {
            answers.add(GivenAnswer.timedOut(question, session.language(), 1, at, session.channel()));
            return this;
        }

        Run computes(String question, String value) {
            answers.add(GivenAnswer.computed(question, Value.of(value), session.language(), at, session.channel()));
            return this;
        }

        Run misses(String question, String words) {
            at = at.plusSeconds(1);
            missed.add(new MissedReply(
                    question, session.language(), session.channel(), words, MissedReply.Outcome.ASKED_AGAIN, at));
            return this;
        }

        Run isAsked(String question) {
            return with(now -> now.at = question);
        }

        /** Leaves the survey at a question. */
        Run leaves(Disposition disposition, String question) {
            progress(disposition, Stage.OVER).isAsked(question).with(now -> now.ended = at);
            return this;
        }

        Run completes(int secondsAfterStart) {
            Instant started = session.started().orElseThrow();
            return progress(Disposition.COMPLETED, Stage.OVER)
                    .with(now -> now.ended = started.plusSeconds(secondsAfterStart));
        }

        SessionState session() {
            Map<String, Answer> byQuestion = new LinkedHashMap<>();
            answers.forEach(answer -> byQuestion.put(answer.question(), answer));
            return session.with(edit -> {
                edit.answers = byQuestion;
                edit.missed = new MissedReplyLog(missed);
            });
        }

        /** Saves it as the person's last run. */
        void save() {
            Key key = new Key(
                    SessionState.collection(survey.name()), session.respondent().value());
            Runs.this.save(session(), key);
        }

        /** Saves it as an earlier run. */
        void saveAsEarlier() {
            Runs.this.saveAsEarlier(session());
        }
    }
}
