package dev.parlance.examples.survey;

import dev.parlance.account.browser.DialPlan;
import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.Access;
import dev.parlance.survey.Initiation;
import dev.parlance.survey.Restart;
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
        Access access = application.access();
        DialPlan plan = application.dialPlan();
        return application.current(surveys -> Router.create()
                .post(
                        "/sms/initiate-sms",
                        Initiation.byText(surveys, access, STARTS_PER_MINUTE).onlyTo(plan::allows))
                .post(
                        "/voice/initiate-call",
                        Initiation.byCall(surveys, access, STARTS_PER_MINUTE).onlyTo(plan::allows))
                .post("/restart", Restart.of(surveys, access, STARTS_PER_MINUTE)));
    }
}
