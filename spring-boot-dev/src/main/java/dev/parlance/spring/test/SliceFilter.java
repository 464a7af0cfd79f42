package dev.parlance.spring.test;

import dev.parlance.security.SignatureListener;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.SurveyListener;
import dev.parlance.spring.SurveysCustomizer;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.store.DocumentStore;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Excludes from a {@link ParlanceTest} every component that does not talk to people. */
final class SliceFilter extends TypeExcludeFilter {
    private static final List<String> ANNOTATIONS = List.of(
            ConfigurationProperties.class.getName(),
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.ControllerAdvice");

    private static final List<Class<?>> TYPES = List.of(
            DocumentStore.class,
            EventSink.class,
            NumberWebhooks.class,
            PublicUrl.class,
            SignatureListener.class,
            SurveysCustomizer.class,
            TwilioConnectionDetails.class,
            WebhookEndpoint.class);

    /** By name, because an application needs none of them. */
    private static final List<String> WEB_TYPES = List.of(
            "jakarta.servlet.Filter",
            "org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer",
            "org.springframework.security.web.SecurityFilterChain",
            "org.springframework.security.web.server.SecurityWebFilterChain",
            "org.springframework.web.reactive.config.WebFluxConfigurer",
            "org.springframework.web.server.WebFilter",
            "org.springframework.web.servlet.HandlerInterceptor",
            "org.springframework.web.servlet.config.annotation.WebMvcConfigurer");

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
        AnnotationMetadata type = reader.getAnnotationMetadata();
        return ANNOTATIONS.stream().noneMatch(type.getAnnotations()::isPresent)
                && !type.hasAnnotatedMethods(SurveyListener.class.getName())
                && !hasBeanOfSlice(type)
                && !isOfSlice(reader, readers);
    }

    private static boolean hasBeanOfSlice(AnnotationMetadata type) {
        return type.getAnnotatedMethods(Bean.class.getName()).stream()
                .anyMatch(method -> names().anyMatch(method.getReturnTypeName()::equals));
    }

    private static boolean isOfSlice(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
        for (Class<?> type : TYPES) {
            if (new AssignableTypeFilter(type).match(reader, readers)) {
                return true;
            }
        }
        return Stream.of(reader.getClassMetadata().getInterfaceNames()).anyMatch(WEB_TYPES::contains);
    }

    private static Stream<String> names() {
        return Stream.concat(TYPES.stream().map(Class::getName), WEB_TYPES.stream());
    }

    // Tests with the same filter share an application.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SliceFilter;
    }

    @Override
    public int hashCode() {
        return SliceFilter.class.hashCode();
    }
}
