package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.WebhookBeans;
import dev.parlance.quarkus.runtime.WebhookRecorder;
import dev.parlance.quarkus.runtime.WebhookRefusals;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.webhook.WebhookException;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.execannotations.ExecutionModelAnnotationsAllowedBuildItem;
import io.quarkus.resteasy.reactive.server.deployment.ResteasyReactiveResourceMethodEntriesBuildItem;
import io.quarkus.resteasy.reactive.server.spi.AnnotationsTransformerBuildItem;
import io.quarkus.resteasy.reactive.server.spi.MethodScannerBuildItem;
import io.quarkus.resteasy.reactive.spi.AdditionalResourceClassBuildItem;
import io.quarkus.resteasy.reactive.spi.ExceptionMapperBuildItem;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Modifier;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Webhooks in resources: the check of the signature, their parameters and results. */
final class WebhookProcessor {
    @BuildStep
    void beans(BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(WebhookBeans.class));
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(SignedWebhooks.class));
    }

    @BuildStep
    MethodScannerBuildItem webhookMethods() {
        return new MethodScannerBuildItem(new WebhookMethods());
    }

    @BuildStep
    ExceptionMapperBuildItem refusals() {
        return new ExceptionMapperBuildItem.Builder(WebhookRefusals.class.getName(), WebhookException.class.getName())
                .setRegisterAsBean(false)
                .build();
    }

    /** {@code @TwilioWebhook} is a {@code @POST} with a {@code @Path}. */
    @BuildStep
    AnnotationsTransformerBuildItem annotations() {
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(method -> method.hasAnnotation(WebhookMethods.TWILIO_WEBHOOK))
                .transform(method -> {
                    AnnotationInstance webhook = method.declaration().annotation(WebhookMethods.TWILIO_WEBHOOK);
                    method.add(AnnotationInstance.builder(POST.class).build());
                    method.add(AnnotationInstance.builder(Path.class)
                            .value(webhook.value().asString())
                            .build());
                }));
    }

    /** A class with such a method needs no {@code @Path}, and no scope. */
    @BuildStep
    void classes(
            CombinedIndexBuildItem index,
            BuildProducer<AdditionalResourceClassBuildItem> resources,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        index.getIndex().getAnnotations(WebhookMethods.TWILIO_WEBHOOK).stream()
                .map(annotation -> annotation.target().asMethod())
                .map(WebhookProcessor::publicMethod)
                .map(MethodInfo::declaringClass)
                .distinct()
                .filter(WebhookProcessor::hasNoPath)
                .forEach(owner -> {
                    resources.produce(new AdditionalResourceClassBuildItem(owner, "/"));
                    beans.produce(AdditionalBeanBuildItem.builder()
                            .addBeanClass(owner.name().toString())
                            .setDefaultScope(BuiltinScope.SINGLETON.getName())
                            .setUnremovable()
                            .build());
                });
    }

    /** Quarkus ignores other methods without an error. */
    private static MethodInfo publicMethod(MethodInfo method) {
        if (!Modifier.isPublic(method.flags())) {
            throw new DeploymentException("A method with @TwilioWebhook must be public: " + method.declaringClass()
                    + "." + method.name() + " is not");
        }
        return method;
    }

    private static boolean hasNoPath(ClassInfo owner) {
        return !owner.hasDeclaredAnnotation(Path.class);
    }

    @BuildStep
    ExecutionModelAnnotationsAllowedBuildItem threads() {
        return new ExecutionModelAnnotationsAllowedBuildItem(
                method -> method.hasAnnotation(WebhookMethods.TWILIO_WEBHOOK));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void requireSignatures(
            WebhookRecorder recorder,
            ResteasyReactiveResourceMethodEntriesBuildItem resources,
            BeanContainerBuildItem beans) {
        boolean hasWebhooks = resources.getEntries().stream()
                .map(ResteasyReactiveResourceMethodEntriesBuildItem.Entry::getMethodInfo)
                .anyMatch(WebhookMethods::isWebhook);
        if (hasWebhooks) {
            recorder.requireSignatures();
        }
    }
}
