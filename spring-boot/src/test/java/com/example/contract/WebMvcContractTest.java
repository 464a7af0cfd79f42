package com.example.contract;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.contract.ContractSetup;
import dev.parlance.security.contract.Difference;
import dev.parlance.security.contract.RunningAdapter;
import dev.parlance.security.contract.SignedRequestsContract;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import jakarta.servlet.Filter;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract in Spring MVC on Tomcat: a controller's method gets each request from the check of the starter. */
class WebMvcContractTest extends SignedRequestsContract {
    private static final String WITHOUT_SECURITY = String.join(
            ",",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration");

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Webhooks.class)
    static class Application {
        @Bean
        SignedWebhooks signedWebhooks(ContractSetup setup) {
            return setup.signedWebhooks();
        }

        @Bean
        FilterRegistrationBean<Filter> formReader(ContractSetup setup) {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                request.getParameter("Body");
                chain.doFilter(request, response);
            });
            filter.setOrder(
                    setup == ContractSetup.FORM_READ_BEFORE ? Ordered.HIGHEST_PRECEDENCE : Ordered.LOWEST_PRECEDENCE);
            return filter;
        }
    }

    @RestController
    static class Webhooks {
        private final ContractSetup setup;

        Webhooks(ContractSetup setup) {
            this.setup = setup;
        }

        @RequestMapping("/contract/**")
        WebhookResponse answer(WebhookRequest request) {
            return setup.handler().handle(request);
        }
    }

    @Override
    protected RunningAdapter start(ContractSetup setup) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("setup", setup))
                .properties(
                        "spring.autoconfigure.exclude=" + WITHOUT_SECURITY,
                        "parlance.twilio.account-sid=AC00000000000000000000000000000000",
                        "parlance.twilio.auth-token=00000000000000000000000000000000",
                        "parlance.surveys.location=classpath:nowhere/",
                        "parlance.surveys.in-memory=true",
                        "server.servlet.context-path=/app",
                        "server.port=0")
                .run();
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new RunningAdapter(URI.create("http://localhost:" + port + "/app/contract"), application);
    }

    @Override
    protected List<ContractSetup> setups() {
        return List.of(ContractSetup.values());
    }

    @Override
    protected List<Difference> differences() {
        return List.of(new Difference("an escaped slash in the path", 400, "Tomcat refuses %2F in paths"));
    }
}
