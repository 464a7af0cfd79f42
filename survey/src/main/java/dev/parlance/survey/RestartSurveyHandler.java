package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.Surveys.EarlierAnswers;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;

/**
 * A route for other applications to restart the survey for a person. It takes a form with {@code To}. It contacts no one: the
 * person's next text, call or invitation starts the survey.
 *
 * <pre>{@code
 * router.post("/restart", RestartSurveyHandler.of(surveys, CallerAuth.bearer(Secret.of("key")), 60));
 * }</pre>
 *
 * <p>The person's answers stay in the results as an earlier run; {@code withoutAnswers=true} in the form erases them. Responds
 * with 200, with 404 if the person has not started the survey, or with 409 if they have opted out.
 */
public final class RestartSurveyHandler implements WebhookHandler {
    private final Surveys surveys;
    private final PersonRoute route;

    private RestartSurveyHandler(Surveys surveys, CallerAuth auth, int perMinute) {
        this.surveys = surveys;
        this.route = new PersonRoute(auth, perMinute, surveys.clock(), PersonRoute.PHONE_OR_WHATSAPP, this::restart);
    }

    /** A route for this survey, open to the callers that {@code auth} allows. */
    public static RestartSurveyHandler of(Surveys surveys, CallerAuth auth, int perMinute) {
        return new RestartSurveyHandler(surveys, auth, perMinute);
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        return route.handle(request);
    }

    private WebhookResponse restart(WebhookRequest request, Address person) {
        Optional<EarlierAnswers> answers = answers(request);
        if (answers.isEmpty()) {
            return PersonRoute.refused(400, "The parameter \"withoutAnswers\" must be true or false.");
        }
        if (surveys.isOptedOut(person)) {
            return PersonRoute.refused(409, "This person has opted out. Nothing was changed.");
        }
        return surveys.restart(person, answers.get())
                ? WebhookResponse.json(
                        PersonRoute.success().put("restarted", person.value()).toString())
                : PersonRoute.refused(404, "This person has not started the survey.");
    }

    /** Empty for any other value, so that a typo does not keep answers that should be erased. */
    private static Optional<EarlierAnswers> answers(WebhookRequest request) {
        String given = request.formParameters().nonEmpty("withoutAnswers").orElse("false");
        return switch (given) {
            case "true" -> Optional.of(EarlierAnswers.ERASE);
            case "false" -> Optional.of(EarlierAnswers.KEEP);
            default -> Optional.empty();
        };
    }
}
