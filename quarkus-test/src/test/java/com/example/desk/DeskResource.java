package com.example.desk;

import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Webhooks of all shapes. */
@Path("/desk")
public class DeskResource {
    @TwilioWebhook("/{room}/voice")
    public VoiceTwiml call(IncomingCall call, @RestPath String room) {
        return VoiceTwiml.create().say("Room " + room).hangup();
    }

    @POST
    @Path("/plain")
    public MessageTwiml plain(@RestForm("Body") String body) {
        return MessageTwiml.reply("Plain: " + body);
    }

    @POST
    @Path("/later")
    public Uni<MessageTwiml> later(IncomingMessage message, @RestForm("Body") String body) {
        return Uni.createFrom().item(() -> MessageTwiml.reply("Later: " + message.body() + body));
    }

    @POST
    @Path("/thread")
    public WebhookResponse thread(WebhookRequest request) {
        return WebhookResponse.text(BlockingOperationControl.isBlockingAllowed() ? "worker" : "event loop");
    }

    @POST
    @Path("/entity")
    public RestResponse<VoiceTwiml> entity(WebhookRequest request) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED,
                        VoiceTwiml.create().say("Entity").hangup())
                .header("X-Room", "7")
                .build();
    }

    @POST
    @Path("/response")
    public WebhookResponse response(WebhookRequest request) {
        return WebhookResponse.text("Not now").withStatus(503).withHeader("Retry-After", "5");
    }

    @POST
    @Path("/streamed")
    public WebhookResponse streamed(WebhookRequest request) {
        return WebhookResponse.streamed(
                "text/csv; charset=utf-8", out -> out.write("a,b\n".getBytes(StandardCharsets.UTF_8)));
    }

    @POST
    @Path("/raw")
    public MessageTwiml raw(String body) {
        return MessageTwiml.reply("Length " + body.length());
    }

    @POST
    @Path("/refusing")
    public MessageTwiml refusing(WebhookRequest request) {
        throw new WebhookException(410, "This number is gone.");
    }

    @GET
    @Path("/page")
    public String page() {
        return "A page for people";
    }
}
