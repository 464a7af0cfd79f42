package dev.parlance.spring.dev;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.security.servlet.WebhookServlet;
import dev.parlance.spring.NumberWebhooks;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.spring.webflux.WebhookWebHandler;
import dev.parlance.survey.Surveys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;

/** The fake in Twilio's place, and its page with phones at {@code /parlance}. */
@AutoConfiguration(
        beforeName = "dev.parlance.spring.autoconfigure.TwilioAutoConfiguration",
        // Spring Boot protects all pages only as long as it has found no other chain of filters.
        afterName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@Conditional(OnDevelopment.class)
class FakeTwilioAutoConfiguration {
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    FakeTwilio fakeTwilio() {
        // It opens its port when the application first needs its URL.
        return FakeTwilio.create();
    }

    @Bean
    @ConditionalOnMissingBean
    TwilioConnectionDetails fakeConnectionDetails(FakeTwilio twilio, Environment environment) {
        String number = environment.getProperty("TWILIO_PHONE_NUMBER", FakeConnectionDetails.NUMBER);
        twilio.number(environment.getProperty("parlance.twilio.phone-number", number));
        return new FakeConnectionDetails(twilio);
    }

    @Bean
    FakeNumberSetup fakeNumberSetup(
            TwilioConnectionDetails twilio,
            FakeTwilio fake,
            ObjectProvider<NumberWebhooks> webhooks,
            PublicUrl publicUrl) {
        return new FakeNumberSetup(twilio, fake, webhooks, publicUrl);
    }

    /** The page with phones. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @ConditionalOnProperty(name = "parlance.simulator", matchIfMissing = true)
    static class Page {
        @Bean(destroyMethod = "close")
        SimulatorPage simulatorPage(FakeTwilio twilio, ObjectProvider<Surveys> surveys, PublicUrl publicUrl) {
            return new SimulatorPage(
                    twilio, () -> surveys.forEach(each -> each.dueTask().run()), publicUrl);
        }

        /** The page in a servlet application. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
        static class Servlet {
            @Bean
            ServletRegistrationBean<?> simulatorServlet(SimulatorPage page) {
                ServletRegistrationBean<?> servlet = new ServletRegistrationBean<>(
                        WebhookServlet.of(page, SimulatorPage.MAX_BODY), SimulatorPage.PATH + "/*");
                servlet.setName("parlance-simulator");
                return servlet;
            }

            /** Spring Security leaves the page alone: only this machine can open it. */
            @Configuration(proxyBeanMethods = false)
            @ConditionalOnClass(SecurityFilterChain.class)
            static class Security {
                @Bean
                @Order(Ordered.HIGHEST_PRECEDENCE)
                SecurityFilterChain simulatorWithoutLogin() {
                    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
                    return new DefaultSecurityFilterChain(new OrRequestMatcher(
                            paths.matcher(SimulatorPage.PATH), paths.matcher(SimulatorPage.PATH + "/**")));
                }
            }
        }

        /** The page in a reactive application. */
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
        static class Reactive {
            /** Before Spring Security, which would ask for a login: only this machine can open the page. */
            @Bean
            @Order(Ordered.HIGHEST_PRECEDENCE)
            WebFilter simulatorFilter(SimulatorPage page) {
                WebHandler handler = WebhookWebHandler.of(page, SimulatorPage.MAX_BODY);
                return (exchange, chain) -> SimulatorPage.serves(exchange.getRequest()
                                .getPath()
                                .pathWithinApplication()
                                .value())
                        ? handler.handle(exchange)
                        : chain.filter(exchange);
            }
        }
    }
}
