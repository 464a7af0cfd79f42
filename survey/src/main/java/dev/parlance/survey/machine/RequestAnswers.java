package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.Result;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.RequestRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answers that follow from a request: its outcome, and the values from its reply. */
final class RequestAnswers {
    private final TurnContext context;

    RequestAnswers(TurnContext context) {
        this.context = context;
    }

    /** The session with the answers of a request whose outcome is recorded. */
    Step of(Step before, Position at, Request request, RequestRecord record) {
        Step step = before.computed(
                answer(before, at.key(), record.outcome().orElseThrow().word()));
        for (Result result : results(request)) {
            String key = keyOf(at, result);
            String value = record.values().get(result.id());
            step = value == null ? step.withoutComputed(Set.of(key)) : step.computed(answer(step, key, value));
        }
        return step;
    }

    /** The session without the answers of a request. */
    Step none(Step step, Position at, Request request) {
        Set<String> keys = new HashSet<>(Set.of(at.key()));
        results(request).forEach(result -> keys.add(keyOf(at, result)));
        return step.withoutComputed(keys);
    }

    private Answer answer(Step step, String key, String value) {
        return GivenAnswer.computed(
                key,
                Value.of(value),
                step.language(),
                context.now(),
                step.session().channel());
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
