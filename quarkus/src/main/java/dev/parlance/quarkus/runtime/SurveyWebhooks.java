package dev.parlance.quarkus.runtime;

import dev.parlance.survey.SurveyDesk;
import dev.parlance.survey.Surveys;
import dev.parlance.webhook.WebhookHandler;
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
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;

/** The webhooks of all desks and of all other surveys, and their recordings and pictures. */
public class SurveyWebhooks {
    private static final List<String> MEDIA_HEADERS = List.of("Range", "If-Range", "If-None-Match");

    private final Instance<Surveys> surveys;
    private final Instance<SurveyDesk> desks;
    private final DeskSurveys deskSurveys;
    private final MessengerChannels messengers;

    SurveyWebhooks(
            @Any Instance<Surveys> surveys,
            @Any Instance<SurveyDesk> desks,
            DeskSurveys deskSurveys,
            MessengerChannels messengers) {
        this.surveys = surveys;
        this.desks = desks;
        this.deskSurveys = deskSurveys;
        this.messengers = messengers;
    }

    /** The webhook for texts. */
    @POST
    @Path("/{name}/text")
    public WebhookResponse text(@RestPath String name, WebhookRequest request) {
        return handler(name, SurveyDesk::textWebhook, Surveys::textWebhook).handle(request);
    }

    /** The webhook for calls. */
    @POST
    @Path("/{name}/voice")
    public WebhookResponse voice(@RestPath String name, WebhookRequest request) {
        return handler(name, SurveyDesk::voiceWebhook, Surveys::voiceWebhook).handle(request);
    }

    /** The webhook of a sender on WhatsApp. */
    @POST
    @Path("/{name}/whatsapp")
    public WebhookResponse whatsApp(@RestPath String name, WebhookRequest request) {
        return messenger(name, "whatsapp").handle(request);
    }

    /** The webhook of a sender on RCS. */
    @POST
    @Path("/{name}/rcs")
    public WebhookResponse rcs(@RestPath String name, WebhookRequest request) {
        return messenger(name, "rcs").handle(request);
    }

    private WebhookHandler messenger(String name, String channel) {
        if (!messengers.has(name, channel)) {
            throw new NotFoundException();
        }
        return handler(name, desk -> desk.webhook(channel), survey -> survey.webhook(channel));
    }

    /** A recording or a picture. Twilio fetches it without a signature, and its name can't be guessed. */
    @GET
    @Path("/{name}/media/{file}")
    public Response media(@RestPath String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        WebhookRequest request = WebhookRequest.get(uri.getRequestUri().toString());
        for (String header : MEDIA_HEADERS) {
            String value = headers.getHeaderString(header);
            request = value == null ? request : request.withHeader(header, value);
        }
        WebhookHandler files = handler(name, SurveyDesk::mediaHandler, Surveys::mediaHandler);
        return WebhookExchange.response(files.respond(request));
    }

    private WebhookHandler handler(
            String name, Function<SurveyDesk, WebhookHandler> ofDesk, Function<Surveys, WebhookHandler> ofSurvey) {
        Identifier identifier = Identifier.Literal.of(name);
        Instance<SurveyDesk> desk = desks.select(identifier);
        if (desk.isResolvable()) {
            return ofDesk.apply(desk.get());
        }
        Instance<Surveys> survey = surveys.select(identifier);
        if (!survey.isResolvable() || deskSurveys.isAtDesk(name)) {
            throw new NotFoundException();
        }
        return ofSurvey.apply(survey.get());
    }
}
