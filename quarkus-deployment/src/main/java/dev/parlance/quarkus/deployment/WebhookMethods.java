package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.quarkus.runtime.WebhookArgument;
import dev.parlance.quarkus.runtime.WebhookChain;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.Twiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.server.core.parameters.ParameterExtractor;
import org.jboss.resteasy.reactive.server.model.HandlerChainCustomizer;
import org.jboss.resteasy.reactive.server.processor.scanning.MethodScanner;
import org.jspecify.annotations.Nullable;

/** Recognizes the methods that are webhooks, and puts the check of the signature before them. */
final class WebhookMethods implements MethodScanner {
    static final DotName TWILIO_WEBHOOK = DotName.createSimple(TwilioWebhook.class);

    private static final DotName INCOMING_MESSAGE = DotName.createSimple(IncomingMessage.class);
    private static final DotName INCOMING_CALL = DotName.createSimple(IncomingCall.class);
    private static final Set<DotName> RESULTS = Set.of(
            DotName.createSimple(Twiml.class),
            DotName.createSimple(MessageTwiml.class),
            DotName.createSimple(VoiceTwiml.class),
            DotName.createSimple(WebhookResponse.class));

    static boolean isWebhook(MethodInfo method) {
        return method.hasAnnotation(TWILIO_WEBHOOK)
                || method.parameterTypes().stream().anyMatch(WebhookMethods::isArgument)
                || answersTwilio(method.returnType());
    }

    static boolean receivesTexts(MethodInfo method) {
        return hasParameter(method, INCOMING_MESSAGE);
    }

    static boolean receivesCalls(MethodInfo method) {
        return hasParameter(method, INCOMING_CALL);
    }

    private static boolean hasParameter(MethodInfo method, DotName type) {
        return method.parameterTypes().stream()
                .anyMatch(parameter -> parameter.name().equals(type));
    }

    private static boolean isArgument(Type type) {
        return WebhookArgument.types().contains(type.name().toString());
    }

    /** Whether a method returns a response for Twilio, also within a future, a {@code Uni} or a {@code RestResponse}. */
    private static boolean answersTwilio(Type type) {
        return RESULTS.contains(type.name())
                || (type.kind() == Type.Kind.PARAMETERIZED_TYPE
                        && type.asParameterizedType().arguments().stream().anyMatch(WebhookMethods::answersTwilio));
    }

    @Override
    public List<HandlerChainCustomizer> scan(MethodInfo method, ClassInfo owner, Map<String, Object> context) {
        return isWebhook(method) ? List.of(new WebhookChain()) : List.of();
    }

    @Override
    public @Nullable ParameterExtractor handleCustomParameter(
            Type type, Map<DotName, AnnotationInstance> annotations, boolean isField, Map<String, Object> context) {
        return isArgument(type) ? WebhookArgument.of(type.name().toString()) : null;
    }
}
