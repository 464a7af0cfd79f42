package dev.parlance.observation;

import dev.parlance.account.TwilioAccount;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.WebhookSignature;
import dev.parlance.settings.AccountSettings;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import io.micrometer.observation.ObservationRegistry;

/** The code of docs/OBSERVATION.md. */
final class ObservationManual {
    private ObservationManual() {}

    static WebhookHandler observe(
            ObservationRegistry registry, AccountSettings settings, WebhookSignature signature, Router router) {
        // snippet: observe
        Observations observations = Observations.in(registry);

        TwilioAccount account = TwilioAccount.builder(settings)
                .aroundTexts(observations::texts)
                .aroundCalls(observations::calls)
                .build();

        WebhookHandler safe = SignedWebhooks.verifiedBy(signature)
                .withListener(observations.refusals())
                .handler(observations.webhooks(router));
        // end
        account.close();
        return safe;
    }

    static Router survey(Survey survey, Observations observations, SignedWebhooks signed) {
        // snippet: survey
        Surveys surveys = Surveys.builder(survey)
                .on(SurveyEvent.Type.COMPLETED, observations.listener(event -> System.out.println(event.session())))
                .build();

        Router router = Router.create()
                .post("/sms", signed.handler(observations.turns(surveys, Channel.TEXT)))
                .post("/voice", signed.handler(observations.turns(surveys, Channel.VOICE)));
        // end
        return router;
    }
}
