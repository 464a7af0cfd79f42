package dev.parlance.quarkus.runtime;

import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The webhooks of all surveys, and their recordings and pictures. */
public class SurveyWebhooks {
    private static final List<String> MEDIA_HEADERS = List.of("Range", "If-Range", "If-None-Match");

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

    /** A recording or a picture. Twilio fetches it without a signature, and its name can't be guessed. */
    @GET
    @Path("/{survey}/media/{file}")
    public Response media(@RestPath String survey, @Context UriInfo uri, @Context HttpHeaders headers) {
        WebhookRequest request = WebhookRequest.get(uri.getRequestUri().toString());
        for (String name : MEDIA_HEADERS) {
            String value = headers.getHeaderString(name);
            request = value == null ? request : request.withHeader(name, value);
        }
        return WebhookExchange.response(named(survey).mediaHandler().respond(request));
    }

    private Surveys named(String survey) {
        Instance<Surveys> found = surveys.select(Identifier.Literal.of(survey));
        if (!found.isResolvable()) {
            throw new NotFoundException();
        }
        return found.get();
    }
}
