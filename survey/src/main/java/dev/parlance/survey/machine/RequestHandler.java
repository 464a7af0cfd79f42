package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.RequestTarget;
import dev.parlance.survey.question.RequestValues;
import dev.parlance.survey.question.Result;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.RequestRecord;
import dev.parlance.survey.state.SessionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers a step with a request from what is recorded, or asks for the request to be made. */
final class RequestHandler {
    private final TurnContext context;
    private final ReplyBuilder replies;

    RequestHandler(TurnContext context, ReplyBuilder replies) {
        this.context = context;
        this.replies = replies;
    }

    /** Continues with the recorded outcome. Without one, the turn needs the request. */
    Step handle(Step step, Position at, Request request) {
        Optional<PreparedRequest> prepared = prepare(step.session(), at, request);
        Optional<RequestRecord> done = Optional.ofNullable(
                        step.session().requests().get(at.key()))
                .filter(record -> record.outcome().isPresent())
                .filter(record -> !request.target().isLookup() || isSame(record, prepared));
        if (done.isPresent()) {
            return answered(step, at, request, done.get());
        }
        return prepared.isPresent()
                ? step.needing(new Turn.NeedsRequest(prepared.get()))
                : step.withoutComputed(Set.copyOf(keys(at, request)));
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

    private Step answered(Step before, Position at, Request request, RequestRecord record) {
        RequestOutcome outcome = record.outcome().orElseThrow();
        Step step = before.computed(answer(before, at.key(), outcome.word()));
        for (Result result : results(request)) {
            String key = keyOf(at, result);
            String value = record.values().get(result.id());
            step = value == null ? step.withoutComputed(Set.of(key)) : step.computed(answer(step, key, value));
        }
        return said(step, at, request, outcome);
    }

    private Step said(Step step, Position at, Request request, RequestOutcome outcome) {
        Optional<Step> said = replies.ifWorded(step, request.promptFor(outcome), at);
        return outcome == RequestOutcome.UNKNOWN
                ? said.or(() -> replies.ifWorded(step, request.promptFor(RequestOutcome.FAILED), at))
                        .orElse(step)
                : said.orElse(step);
    }

    private Answer answer(Step step, String key, String value) {
        return GivenAnswer.computed(
                key,
                Value.of(value),
                step.language(),
                context.now(),
                step.session().channel());
    }

    private List<String> keys(Position at, Request request) {
        List<String> keys = new ArrayList<>(List.of(at.key()));
        results(request).forEach(result -> keys.add(keyOf(at, result)));
        return keys;
    }

    private static String keyOf(Position at, Result result) {
        return at.in().questions().contains(result) ? at.in().answerName(at.round(), result.id()) : result.id();
    }

    private List<Result> results(Request request) {
        return results(context.survey().groups(), request.id());
    }

    private static List<Result> results(List<Group> groups, String request) {
        List<Result> results = new ArrayList<>();
        for (Group group : groups) {
            for (Question question : group.questions()) {
                if (question instanceof Result result && result.of().equals(request)) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    /** The values that a survey takes from a reply. */
    static Map<String, String> values(List<Group> groups, String request, RequestResult reply) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Result result : results(groups, request)) {
            result.in(reply.json(), reply.status()).ifPresent(value -> values.put(result.id(), value));
        }
        return values;
    }
}
