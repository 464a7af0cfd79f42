package dev.parlance.survey.machine;

import dev.parlance.survey.machine.Disposition.Happening;
import dev.parlance.survey.question.Known;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session while a turn is made of it. Lives for one turn, in one thread. */
final class Draft implements Known {
    private final Session before;
    private final Instant now;
    private final Medium medium;

    Person person;
    Disposition disposition;
    Stage stage;
    String at;
    int attempts;
    int turn;
    String channel;
    List<Answer> unsure;
    boolean reacted;
    Optional<Instant> started;
    Optional<Instant> asked;
    int askedTurn;
    Optional<Instant> ended;
    final List<String> path;
    final Map<String, Answer> answers;
    final List<Answer> earlier;
    final Map<String, String> transcripts;
    final Map<String, Boolean> quotas;
    final List<SurveyEvent> events = new ArrayList<>();

    Draft(Session session, Facts facts) {
        this.before = session;
        this.now = facts.now();
        this.medium = facts.medium();
        Progress progress = session.progress();
        this.person = session.person();
        this.disposition = progress.disposition();
        this.stage = progress.stage();
        this.at = progress.at();
        this.attempts = progress.attempts();
        this.turn = progress.turn();
        this.channel = progress.channel();
        this.unsure = progress.unsure();
        this.started = progress.started();
        this.reacted = progress.reacted();
        this.asked = progress.asked();
        this.askedTurn = progress.askedTurn();
        this.ended = progress.ended();
        this.path = new ArrayList<>(progress.path());
        this.answers = new LinkedHashMap<>(session.answers());
        this.earlier = new ArrayList<>(session.earlier());
        this.transcripts = new LinkedHashMap<>(session.transcripts());
        this.quotas = new LinkedHashMap<>(session.quotas());
    }

    void happened(Happening happening) {
        disposition = disposition.after(happening);
    }

    void tell(SurveyEvent.Type type, Optional<Answer> answer) {
        long sequence = before.outbox().nextSequence() + events.size();
        events.add(new SurveyEvent(type, sequence, now, answer, disposition));
    }

    void take(Answer answer) {
        Answer old = answers.put(answer.question(), answer);
        if (old != null) {
            earlier.add(old);
        }
        path.remove(answer.question());
        path.add(answer.question());
        attempts = 0;
        unsure = List.of();
        tell(SurveyEvent.Type.ANSWERED, Optional.of(answer));
    }

    void forgetAnswers() {
        earlier.addAll(answers.values());
        answers.clear();
        path.clear();
    }

    long given() {
        return answers.values().stream().filter(Answer::isGiven).count();
    }

    void over(Happening happening, SurveyEvent.Type type) {
        happened(happening);
        stage = Stage.OVER;
        ended = Optional.of(now);
        tell(type, Optional.empty());
    }

    void speak(String language) {
        person = new Person(language, true, person.zone(), person.variables(), person.seed());
    }

    Session session() {
        Progress progress = new Progress(
                disposition,
                stage,
                at,
                attempts,
                turn,
                channel,
                path,
                unsure,
                reacted,
                started,
                asked,
                askedTurn,
                ended);
        EarlierAnswers kept = EarlierAnswers.newestOf(earlier, before.dropped());
        return new Session(
                before.survey(),
                before.respondent(),
                before.revision(),
                person,
                progress,
                Collections.unmodifiableMap(answers),
                kept.answers(),
                Collections.unmodifiableMap(transcripts),
                Collections.unmodifiableMap(quotas),
                before.outbox().with(events),
                before.contact(),
                before.run(),
                kept.dropped(),
                before.others());
    }

    Medium medium() {
        return medium;
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
        return channel;
    }
}
