package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.servlet.SignatureFilter;
import dev.parlance.security.servlet.WebhookServlet;
import dev.parlance.spring.WebhookEndpoint;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.StringUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Webhooks in controllers and at endpoints, in a servlet application. */
@AutoConfiguration(
        after = {WebhookAutoConfiguration.class, SurveyAutoConfiguration.class},
        // Spring Boot protects all pages only as long as it has found no other chain of filters.
        afterName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, SignedWebhooks.class})
@Import(WebhookPathsConfiguration.class)
class WebMvcWebhookAutoConfiguration {
    /** Before every filter that may read the body. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    WebMvcControllers webMvcControllers(
            ObjectProvider<RequestMappingHandlerMapping> mappings, Environment environment) {
        return new WebMvcControllers(
                mappings.orderedStream().toList(),
                StringUtils.trimTrailingCharacter(environment.getProperty("spring.mvc.servlet.path", ""), '/'));
    }

    @Bean
    ServletContextInitializer mediaServlets(ObjectProvider<MediaEndpoint> media) {
        return context -> media.orderedStream().forEach(endpoint -> {
            String path = endpoint.path().getPatternString();
            context.addServlet("media " + path, WebhookServlet.of(endpoint.handler()))
                    .addMapping(path);
        });
    }

    @Bean
    TwilioResponses twilioResponses() {
        return new TwilioResponses();
    }

    @Bean
    WebMvcConfigurer webhookConfigurer() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WebhookArguments());
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(0, new WebhookExceptions());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UncheckedWebhooks()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** What needs the check of signatures. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(SignedWebhooks.class)
    static class Signed {
        @Bean
        FilterRegistrationBean<WebhookFilter> webhookFilter(
                WebhookPaths paths, SignedWebhooks signed, ObjectProvider<ObservationRegistry> registry) {
            Observations observations = Observations.in(registry.getIfAvailable(() -> ObservationRegistry.NOOP));
            FilterRegistrationBean<WebhookFilter> filter =
                    new FilterRegistrationBean<>(new WebhookFilter(paths, SignatureFilter.of(signed), observations));
            filter.setOrder(FIRST);
            filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
            filter.setAsyncSupported(true);
            return filter;
        }

        @Bean
        ServletContextInitializer webhookServlets(ObjectProvider<WebhookEndpoint> endpoints) {
            return context -> endpoints.orderedStream().forEach(endpoint -> {
                ServletRegistration.Dynamic servlet =
                        context.addServlet("webhook " + endpoint.path(), WebhookServlet.of(endpoint.handler()));
                servlet.addMapping(endpoint.path());
                servlet.setAsyncSupported(true);
            });
        }
    }

    /** Spring Security leaves webhooks to the check of their signatures: Twilio has no login and no CSRF token. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SecurityFilterChain.class)
    @ConditionalOnBean(SignedWebhooks.class)
    static class Security {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain webhooksWithoutLogin(WebhookPaths paths) {
            return new DefaultSecurityFilterChain(request -> WebhookFilter.isWebhook(request, paths));
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain mediaWithoutLogin(ObjectProvider<MediaEndpoint> media) {
            List<MediaEndpoint> endpoints = media.orderedStream().toList();
            return new DefaultSecurityFilterChain(request -> endpoints.stream()
                    .anyMatch(endpoint -> endpoint.matches(WebhookFilter.pathInApplication(request))));
        }
    }
}
