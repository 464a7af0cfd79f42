package dev.parlance.survey;

import dev.parlance.survey.question.Input;
import dev.parlance.survey.state.SessionState;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Handles a webhook of a number with several surveys. In a call, {@code ?survey=coffee} names the survey that asked; Twilio signs
 * the URL, so no one else can forge it.
 */
record DeskWebhook(String channel, List<Surveys> surveys, DeskPeople people, Optional<DeskMenu> menu)
        implements WebhookHandler {
    static final String SURVEY = "survey";

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Incoming incoming = surveys.get(0).channelWebhook(channel).channel().read(request);
        Optional<Surveys> named = request.queryParameters().nonEmpty(SURVEY).map(this::named);
        if (incoming instanceof Incoming.Received received) {
            return named.map(survey -> receive(survey, received, request)).orElseGet(() -> routed(received, request));
        }
        List<Surveys> concerned = named.map(List::of).orElseGet(() -> callers(incoming));
        if (incoming instanceof Incoming.AnsweringMachine || incoming instanceof Incoming.AgentAnswered) {
            return concerned.get(0).webhook(channel).handle(request);
        }
        concerned.forEach(survey -> survey.webhook(channel).handle(request));
        return WebhookResponse.noContent();
    }

    private Surveys named(String name) {
        return surveys.stream()
                .filter(survey -> survey.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new WebhookException(400, "The parameter \"survey\" names no survey of this number."));
    }

    private WebhookResponse routed(Incoming.Received received, WebhookRequest request) {
        DeskRecord.Route route = people.route(received);
        Surveys survey = named(route.survey());
        menu.filter(own -> own.survey() == survey).ifPresent(own -> own.open(received, channel));
        return receive(survey, route.asksAgain() ? received.withInput(Input.arrival()) : received, request);
    }

    private WebhookResponse receive(Surveys survey, Incoming.Received received, WebhookRequest request) {
        WebhookResponse response = survey.channelWebhook(channel)
                .receive(received, turn -> turn.at(request.url()).withParameter(SURVEY + "=" + survey.name()));
        Optional<DeskMenu.Choice> choice =
                menu.filter(own -> own.survey() == survey).flatMap(own -> own.chosenBy(received));
        if (choice.isEmpty()) {
            return response;
        }
        if (!choice.get().isRepeat()) {
            menu.orElseThrow().begin(choice.get());
        }
        return receive(choice.get().survey(), choice.get().received(), request);
    }

    /** The surveys that may have placed the call of this report: those that know the call, otherwise those placing one. */
    private List<Surveys> callers(Incoming incoming) {
        DeskVisit visit = people.visit(incoming.person());
        Optional<String> call = callIn(incoming);
        List<Surveys> calling = which(visit, session -> session.contact().call().equals(call));
        if (!calling.isEmpty()) {
            return calling;
        }
        List<Surveys> placing = which(
                visit,
                session -> Claim.now(channel).isOf(session)
                        && session.contact().call().isEmpty());
        return placing.isEmpty() ? surveys : placing;
    }

    private static Optional<String> callIn(Incoming incoming) {
        if (incoming instanceof Incoming.AnsweringMachine machine) {
            return Optional.of(machine.call());
        }
        if (incoming instanceof Incoming.MissedCall missed) {
            return Optional.of(missed.call());
        }
        return incoming instanceof Incoming.CallEnded ended ? Optional.of(ended.call()) : Optional.of("");
    }

    private List<Surveys> which(DeskVisit visit, Predicate<SessionState> condition) {
        return surveys.stream()
                .filter(survey -> visit.session(survey).filter(condition).isPresent())
                .toList();
    }
}
