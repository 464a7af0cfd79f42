package dev.parlance.survey.analysis;

import dev.parlance.Address;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.index.RoundedPlace;
import dev.parlance.survey.index.SessionLoader;
import dev.parlance.survey.index.Shape;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what people said from their sessions, and hides what could identify them. */
final class Replies {
    private final Function<String, Survey> revisions;
    private final Function<Address, ContactRecord> contacts;
    private final SessionLoader sessions;

    Replies(
            DocumentStore store,
            String survey,
            Function<String, Survey> revisions,
            Function<Address, ContactRecord> contacts) {
        this.revisions = revisions;
        this.contacts = contacts;
        this.sessions = new SessionLoader(store, survey);
    }

    /** The newest answers of these runs. */
    List<GivenReply> latest(List<SessionLoader.Run> runs, int limit) {
        return sessions.load(runs).stream()
                .flatMap(this::answers)
                .sorted(Comparator.comparing(GivenReply::at).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<GivenReply> answers(SessionState session) {
        Reader reader = new Reader(session);
        return session.answers().values().stream()
                .filter(answer -> answer.isGiven() && answer.inputMethod() != Answer.InputMethod.COMPUTED)
                .flatMap(answer -> reader.read(answer).stream());
    }

    /** What each of these people said last. */
    List<GivenReply> last(List<SessionLoader.Run> runs) {
        return sessions.load(runs).stream()
                .flatMap(session -> lastOf(session).stream())
                .toList();
    }

    private Optional<GivenReply> lastOf(SessionState session) {
        Reader reader = new Reader(session);
        Stream<GivenReply> missed = session.missed().replies().stream().map(reader::read);
        return Stream.concat(answers(session), missed).max(Comparator.comparing(GivenReply::at));
    }

    /** The text answers to a question in these runs, in their order. */
    List<GivenReply> texts(List<SessionLoader.Run> runs, String question) {
        return sessions.load(runs).stream()
                .flatMap(session -> texts(session, question))
                .toList();
    }

    private Stream<GivenReply> texts(SessionState session, String question) {
        Reader reader = new Reader(session);
        return session.answers().values().stream()
                .filter(answer ->
                        answer.isGiven() && Group.questionOf(answer.question()).equals(question))
                .flatMap(answer -> reader.text(answer).stream());
    }

    /** Reads the answers of one person. */
    private final class Reader {
        private final Survey revision;
        private final String who;
        private final Masking masking;

        Reader(SessionState session) {
            this.revision = revisions.apply(session.revision());
            String address = session.respondent().value();
            this.who = "…" + address.substring(Math.max(0, address.length() - 2));
            this.masking = new Masking(session, contacts.apply(session.respondent()));
        }

        /** An answer as people read it, in the survey's default language. */
        Optional<GivenReply> read(Answer answer) {
            return question(answer).map(question -> reply(answer, shown(question, answer.value())));
        }

        private Optional<Question> question(Answer answer) {
            return revision.question(Group.questionOf(answer.question())).filter(Question::hasAnswer);
        }

        private String shown(Question question, Value value) {
            Shape shape = Shape.of(question);
            if (shape == Shape.PLACE) {
                return RoundedPlace.of(value.text()).orElse(Masking.MASK);
            }
            String text = question.display(
                    value, revision.words(revision.prompts().defaultLanguage().tag()));
            boolean isOpen = shape == Shape.OPEN
                    || shape == Shape.NUMBER
                    || value.specified().isPresent();
            return isOpen ? masking.of(text) : text;
        }

        /** The person's own words, if there are any. */
        Optional<GivenReply> text(Answer answer) {
            boolean isText = question(answer).filter(Question::acceptsAnyText).isPresent();
            Optional<String> words = answer.value()
                    .specified()
                    .or(() -> Optional.of(answer.value())
                            .filter(value -> isText && !value.isRefusal())
                            .map(Value::text));
            return words.map(text -> reply(answer, masking.of(text)));
        }

        private GivenReply reply(Answer answer, String words) {
            return new GivenReply(who, answer.at(), answer.question(), words, answer.language(), answer.channel());
        }

        GivenReply read(MissedReply reply) {
            return new GivenReply(
                    who, reply.at(), reply.question(), masking.of(reply.words()), reply.language(), reply.channel());
        }
    }
}
