package dev.parlance.survey.machine;

import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.question.RequestValues;
import dev.parlance.survey.state.RequestRecord;
import dev.parlance.survey.state.SessionState;
import java.util.Optional;

/** Answers a step with a request from what is recorded, or asks for the request to be made. */
final class RequestHandler {
    private final TurnContext context;
    private final ReplyBuilder replies;
    private final RequestAnswers answers;

    RequestHandler(TurnContext context, ReplyBuilder replies) {
        this.context = context;
        this.replies = replies;
        this.answers = new RequestAnswers(context);
    }

    /** Continues with the recorded outcome. Without one, the turn needs the request, unless nobody waits for it. */
    Step handle(Step step, Position at, Request request) {
        Optional<PreparedRequest> prepared = prepare(step.session(), at, request);
        Optional<RequestRecord> known = Optional.ofNullable(
                        step.session().requests().get(at.key()))
                .filter(record -> !request.target().isLookup() || isSame(record, prepared));
        Optional<RequestRecord> done = known.filter(record -> record.outcome().isPresent());
        if (done.isPresent()) {
            Step answered = answers.of(step, at, request, done.get());
            return request.isAwaited()
                    ? said(answered, at, request, done.get().outcome().orElseThrow())
                    : answered;
        }
        if (!request.isAwaited()) {
            return known.isPresent() ? step : inBackground(answers.none(step, at, request), prepared);
        }
        return prepared.isPresent()
                ? step.needing(new Turn.NeedsRequest(prepared.get()))
                : answers.none(step, at, request);
    }

    private static boolean isSame(RequestRecord record, Optional<PreparedRequest> prepared) {
        return prepared.filter(now -> now.hash().equals(record.hash())).isPresent();
    }

    private Optional<PreparedRequest> prepare(SessionState session, Position at, Request request) {
        RequestValues values = new RequestValues(
                context.path(session).known(at.in(), at.round()),
                name -> context.survey().question(name).map(Question::answers),
                session.respondent());
        Optional<RequestTarget> target = request.target().filled(values);
        return target.map(filled -> new PreparedRequest(at.key(), request.id(), filled, request.timeout(), session));
    }

    /** Leaves the request in the session, to be made after the reply. */
    private Step inBackground(Step step, Optional<PreparedRequest> prepared) {
        return prepared.map(request -> RequestRecord.inBackground(request.hash(), request.target(), context.now()))
                .map(record -> step.with(step.session().with(prepared.get().key(), record)))
                .orElse(step);
    }

    private Step said(Step step, Position at, Request request, RequestOutcome outcome) {
        Optional<Step> said = replies.ifWorded(step, request.promptFor(outcome), at);
        return outcome == RequestOutcome.UNKNOWN
                ? said.or(() -> replies.ifWorded(step, request.promptFor(RequestOutcome.FAILED), at))
                        .orElse(step)
                : said.orElse(step);
    }
}
