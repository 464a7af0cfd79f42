package dev.parlance.quarkus.runtime;

import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** The webhooks of all surveys. */
public class SurveyWebhooks {
    private final Instance<Surveys> surveys;

    SurveyWebhooks(@Any Instance<Surveys> surveys) {
        this.surveys = surveys;
    }

    /** The webhook for texts. */
    @POST
    @Path("/{survey}/text")
    public WebhookResponse text(@RestPath String survey, WebhookRequest request) {
        return named(survey).textWebhook().handle(request);
    }

    /** The webhook for calls. */
    @POST
    @Path("/{survey}/voice")
    public WebhookResponse voice(@RestPath String survey, WebhookRequest request) {
        return named(survey).voiceWebhook().handle(request);
    }

    private Surveys named(String survey) {
        Instance<Surveys> found = surveys.select(Identifier.Literal.of(survey));
        if (!found.isResolvable()) {
            throw new NotFoundException();
        }
        return found.get();
    }
}
