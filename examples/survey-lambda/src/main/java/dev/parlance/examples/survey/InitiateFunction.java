package dev.parlance.examples.survey;

import dev.parlance.account.browser.DialPlan;
import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.RestartSurveyHandler;
import dev.parlance.survey.StartSurveyHandler;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;

/** Contacts people, or lets them answer the survey again. Requires the key: {@code Authorization: Bearer …}. */
public final class InitiateFunction extends LambdaWebhook {
    private static final int STARTS_PER_MINUTE = 60;

    /** Called by Lambda. */
    public InitiateFunction() {
        super(routes(new Application(Setup.fromEnvironment())));
    }

    private static WebhookHandler routes(Application application) {
        CallerAuth auth = application.access();
        DialPlan plan = application.dialPlan();
        return application.current(surveys -> Router.create()
                .post(
                        "/sms/initiate-sms",
                        StartSurveyHandler.byText(surveys, auth, STARTS_PER_MINUTE)
                                .withAllowed(plan::allows))
                .post(
                        "/voice/initiate-call",
                        StartSurveyHandler.byCall(surveys, auth, STARTS_PER_MINUTE)
                                .withAllowed(plan::allows))
                .post("/restart", RestartSurveyHandler.of(surveys, auth, STARTS_PER_MINUTE)));
    }
}
