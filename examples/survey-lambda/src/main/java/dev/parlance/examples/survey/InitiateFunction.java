package dev.parlance.examples.survey;

import dev.parlance.account.browser.DialPlan;
import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.Access;
import dev.parlance.survey.Initiation;
import dev.parlance.survey.Restart;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;

/** Begins with people, or lets them take the survey again, for whoever has the key: {@code Authorization: Bearer …}. */
public final class InitiateFunction extends LambdaWebhook {
    private static final int BEGINNINGS_A_MINUTE = 60;

    /** For the runtime. */
    public InitiateFunction() {
        super(routes(new Application(Setup.fromEnvironment())));
    }

    private static WebhookHandler routes(Application application) {
        Access access = application.access();
        DialPlan plan = application.dialPlan();
        return application.current(surveys -> Router.create()
                .post(
                        "/sms/initiate-sms",
                        Initiation.byText(surveys, access, BEGINNINGS_A_MINUTE).onlyTo(plan::allows))
                .post(
                        "/voice/initiate-call",
                        Initiation.byCall(surveys, access, BEGINNINGS_A_MINUTE).onlyTo(plan::allows))
                .post("/restart", Restart.of(surveys, access, BEGINNINGS_A_MINUTE)));
    }
}
