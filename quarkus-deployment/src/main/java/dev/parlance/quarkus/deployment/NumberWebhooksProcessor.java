package dev.parlance.quarkus.deployment;

import dev.parlance.quarkus.runtime.NumberWebhooks;
import dev.parlance.quarkus.runtime.ParlanceBuildConfig;
import dev.parlance.quarkus.runtime.WebhookRecorder;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.resteasy.reactive.common.deployment.ApplicationResultBuildItem;
import io.quarkus.resteasy.reactive.common.deployment.ResourceScanningResultBuildItem;
import io.quarkus.vertx.http.deployment.HttpRootPathBuildItem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.common.processor.scanning.ResourceScanningResult;
import org.jspecify.annotations.Nullable;

/** Finds the webhooks that a phone number of this application has, for the fake's number. */
final class NumberWebhooksProcessor {
    private static final DotName PATH = DotName.createSimple(Path.class);

    @BuildStep
    NumberWebhooksBuildItem find(
            Optional<ResourceScanningResultBuildItem> resources,
            List<SurveyBuildItem> surveys,
            Optional<SurveyDesksBuildItem> desks,
            ApplicationResultBuildItem application,
            HttpRootPathBuildItem root,
            ParlanceBuildConfig config) {
        String base = root.resolvePath(applicationPath(application));
        Optional<String> survey = surveys.stream()
                .map(SurveyBuildItem::name)
                .map(name -> desks.map(all -> all.numberOf(name)).orElse(name))
                .sorted()
                .findFirst()
                .map(name -> joined(base, config.surveys().path() + "/" + name));
        return new NumberWebhooksBuildItem(new NumberWebhooks(
                first(resources, base, WebhookMethods::receivesTexts)
                        .or(() -> survey.map(path -> path + "/text"))
                        .orElse(null),
                first(resources, base, WebhookMethods::receivesCalls)
                        .or(() -> survey.map(path -> path + "/voice"))
                        .orElse(null),
                joined(base, config.surveys().path())));
    }

    private static String joined(String base, String path) {
        return (base + "/" + path).replaceAll("/{2,}", "/");
    }

    /** Prefers methods with {@code @TwilioWebhook}. */
    private static Optional<String> first(
            Optional<ResourceScanningResultBuildItem> resources, String base, Predicate<MethodInfo> wanted) {
        return Stream.of(WebhookMethods.TWILIO_WEBHOOK, PATH)
                .flatMap(annotation -> resources.stream()
                        .flatMap(found -> paths(found.getResult(), wanted, annotation))
                        .map(path -> joined(base, path))
                        .filter(path -> !path.contains("{"))
                        .sorted())
                .findFirst();
    }

    private static Stream<String> paths(
            ResourceScanningResult resources, Predicate<MethodInfo> wanted, DotName annotation) {
        Map<DotName, String> classPaths = resources.getScannedResourcePaths();
        return resources.getScannedResources().values().stream()
                .flatMap(resource -> resource.methods().stream())
                .filter(method -> wanted.test(method) && method.hasDeclaredAnnotation(annotation))
                .map(method -> classPaths.get(method.declaringClass().name()) + "/"
                        + method.declaredAnnotation(annotation).value().asString());
    }

    /** The path of all resources, relative to that of the server. */
    private static String applicationPath(ApplicationResultBuildItem application) {
        return Optional.ofNullable(application.getResult().getSelectedAppClass())
                .map(NumberWebhooksProcessor::annotatedPath)
                .or(() -> ConfigProvider.getConfig().getOptionalValue("quarkus.rest.path", String.class))
                .map(path -> path.startsWith("/") ? path.substring(1) : path)
                .orElse("");
    }

    private static @Nullable String annotatedPath(ClassInfo application) {
        AnnotationInstance path = application.declaredAnnotation(ApplicationPath.class);
        return path == null ? null : path.value().asString();
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem bean(WebhookRecorder recorder, NumberWebhooksBuildItem found) {
        NumberWebhooks webhooks = found.webhooks();
        return SyntheticBeanBuildItem.configure(NumberWebhooks.class)
                .scope(Singleton.class)
                .unremovable()
                .runtimeValue(recorder.numberWebhooks(webhooks.text(), webhooks.call(), webhooks.surveys()))
                .done();
    }
}
