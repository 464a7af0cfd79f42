package dev.parlance.survey;

import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/**
 * A route by which other applications let a person take the survey again: a form with {@code To}. It contacts nobody: the
 * person's next text, call or invitation starts the survey.
 *
 * <pre>{@code
 * router.post("/restart", Restart.of(surveys, Access.bearer(Secret.of(key)), 60));
 * }</pre>
 *
 * <p>The person's answers stay in the results as an earlier run; {@code withoutAnswers=true} in the form erases them. Answers
 * 200, 404 if the person has not started the survey, and 409 if they opted out.
 */
public final class Restart implements WebhookHandler {
    private final Surveys surveys;
    private final PersonRoute route;

    private Restart(Surveys surveys, Access access, int mostAMinute) {
        this.surveys = surveys;
        this.route = new PersonRoute(access, mostAMinute, PersonRoute.PHONE_OR_WHATSAPP, this::restart);
    }

    /** The route for this survey, open to callers that this access knows. */
    public static Restart of(Surveys surveys, Access access, int mostAMinute) {
        return new Restart(surveys, access, mostAMinute);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return route.handle(request);
    }

    private WebhookResponse restart(WebhookRequest request, String person) {
        Optional<Boolean> withoutAnswers = withoutAnswers(request);
        if (withoutAnswers.isEmpty()) {
            return PersonRoute.refused(400, "The parameter \"withoutAnswers\" is true or false.");
        }
        if (surveys.isOptedOut(person)) {
            return PersonRoute.refused(409, "This person does not want to be contacted. Nothing was changed.");
        }
        boolean hadStarted = withoutAnswers.get() ? surveys.restartWithoutAnswers(person) : surveys.restart(person);
        return hadStarted
                ? WebhookResponse.json(
                        PersonRoute.success().put("restarted", person).toString())
                : PersonRoute.refused(404, "This person has not started the survey.");
    }

    /** Empty if it is neither: answers that are to be erased must not be kept because of a slip. */
    private static Optional<Boolean> withoutAnswers(WebhookRequest request) {
        String given = request.formParameters().filled("withoutAnswers").orElse("false");
        return switch (given) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
