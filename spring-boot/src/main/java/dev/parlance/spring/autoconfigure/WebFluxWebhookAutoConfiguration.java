package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.spring.WebhookEndpoint;
import dev.parlance.spring.webflux.SignatureWebFilter;
import dev.parlance.spring.webflux.WebhookResponseWriter;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Webhooks in controllers and at endpoints, in a reactive application. */
@AutoConfiguration(after = {WebhookAutoConfiguration.class, SurveyAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({DispatcherHandler.class, SignedWebhooks.class})
@Import(WebhookPathsConfiguration.class)
class WebFluxWebhookAutoConfiguration {
    /** Before every filter that may read the body. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    WebFluxControllers webFluxControllers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new WebFluxControllers(mappings.orderedStream().toList());
    }

    @Bean
    WebFluxConfigurer webhookConfigurer() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new WebFluxArguments());
            }

            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.customCodecs().register(new WebhookResponseWriter());
            }
        };
    }

    @Bean
    WebFluxSignedMethods webFluxSignedMethods(RequestMappingHandlerAdapter methods) {
        return new WebFluxSignedMethods(methods);
    }

    @Bean
    HandlerMapping webhookEndpoints(ObjectProvider<WebhookEndpoint> endpoints) {
        return WebFluxEndpoints.mapping(endpoints.orderedStream().toList());
    }

    @Bean
    HandlerMapping mediaEndpoints(ObjectProvider<MediaEndpoint> media) {
        return WebFluxEndpoints.ofMedia(media.orderedStream().toList());
    }

    /** What needs the check of signatures. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(SignedWebhooks.class)
    static class Signed {
        @Bean
        @Order(FIRST)
        WebFluxWebhookFilter webhookFilter(
                WebhookPaths paths, SignedWebhooks signed, ObjectProvider<ObservationRegistry> registry) {
            Observations observations = Observations.in(registry.getIfAvailable(() -> ObservationRegistry.NOOP));
            return new WebFluxWebhookFilter(paths, SignatureWebFilter.of(signed), observations);
        }
    }

    /** Spring Security leaves webhooks to the check of their signatures, and media alone: Twilio has no login and no CSRF token. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebFilterChainProxy.class)
    static class Security {
        @Bean
        static WebFluxSecurity webhooksWithoutLogin(ObjectProvider<MediaEndpoint> media) {
            return new WebFluxSecurity(media);
        }
    }
}
