package dev.parlance.spring.autoconfigure;

import dev.parlance.spring.TwilioWebhook;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.twiml.Twiml;
import dev.parlance.webhook.CallStatus;
import dev.parlance.webhook.GatherResult;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.MessageStatus;
import dev.parlance.webhook.RecordingResult;
import dev.parlance.webhook.Transcription;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Recognizes the methods of controllers that are webhooks, and reads their arguments. */
final class WebhookMethods {
    private static final Map<Class<?>, Function<WebhookRequest, Object>> ARGUMENTS = Map.of(
            WebhookRequest.class, request -> request,
            IncomingMessage.class, IncomingMessage::of,
            IncomingCall.class, IncomingCall::of,
            GatherResult.class, GatherResult::of,
            CallStatus.class, CallStatus::of,
            MessageStatus.class, MessageStatus::of,
            RecordingResult.class, RecordingResult::of,
            Transcription.class, Transcription::of);

    private WebhookMethods() {}

    static boolean isWebhook(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, TwilioWebhook.class)
                || Arrays.stream(method.getParameterTypes()).anyMatch(WebhookMethods::isArgument)
                || answersTwilio(ResolvableType.forMethodReturnType(method));
    }

    /** What Twilio sends to a method, by its arguments. */
    static WebhookEndpoint.Receives receives(Method method) {
        List<Class<?>> arguments = List.of(method.getParameterTypes());
        return arguments.contains(IncomingMessage.class)
                ? WebhookEndpoint.Receives.TEXTS
                : arguments.contains(IncomingCall.class)
                        ? WebhookEndpoint.Receives.CALLS
                        : WebhookEndpoint.Receives.OTHER;
    }

    static boolean isArgument(Class<?> type) {
        return ARGUMENTS.containsKey(type);
    }

    /**
     * Reads an argument.
     *
     * @throws dev.parlance.webhook.WebhookException if the request lacks what it needs
     */
    static Object argument(Class<?> type, WebhookRequest request) {
        return Objects.requireNonNull(ARGUMENTS.get(type), type.getName()).apply(request);
    }

    /** Whether a method returns a response for Twilio, also within a future or a {@code ResponseEntity}. */
    private static boolean answersTwilio(ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        return Twiml.class.isAssignableFrom(raw)
                || WebhookResponse.class.isAssignableFrom(raw)
                || Stream.of(type.getGenerics()).anyMatch(WebhookMethods::answersTwilio);
    }
}
