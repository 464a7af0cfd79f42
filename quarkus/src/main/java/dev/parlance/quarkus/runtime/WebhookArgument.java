package dev.parlance.quarkus.runtime;

import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.MessageStatus;
import dev.parlance.webhook.RecordingResult;
import dev.parlance.webhook.Transcription;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.parameters.ParameterExtractor;

/** A parameter of a webhook's method, read from the checked request. Mutable only while Quarkus creates it. */
public final class WebhookArgument implements ParameterExtractor {
    private static final Map<String, Function<WebhookRequest, Object>> READERS = Map.of(
            WebhookRequest.class.getName(), request -> request,
            IncomingMessage.class.getName(), IncomingMessage::of,
            IncomingCall.class.getName(), IncomingCall::of,
            GatherResult.class.getName(), GatherResult::of,
            CallStatus.class.getName(), CallStatus::of,
            MessageStatus.class.getName(), MessageStatus::of,
            RecordingResult.class.getName(), RecordingResult::of,
            Transcription.class.getName(), Transcription::of);

    private String type = "";

    /** The names of the types that can be parameters. */
    public static Set<String> types() {
        return READERS.keySet();
    }

    /** A parameter of this type. */
    public static WebhookArgument of(String type) {
        WebhookArgument argument = new WebhookArgument();
        argument.setType(type);
        return argument;
    }

    /** The name of the type. */
    public String getType() {
        return type;
    }

    /** Sets the name of the type. */
    public void setType(String type) {
        this.type = type;
    }

    @Override
    public Object extractParameter(ResteasyReactiveRequestContext context) {
        WebhookRequest request = WebhookExchange.accepted(context);
        try {
            return Objects.requireNonNull(READERS.get(type), type).apply(request);
        } catch (WebhookException e) {
            throw new WebApplicationException(WebhookRefusals.response(e));
        }
    }
}
