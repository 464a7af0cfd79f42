package com.example.contract;

import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.contract.ContractSetup;
import dev.parlance.security.contract.RunningAdapter;
import dev.parlance.security.contract.SignedRequestsContract;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

class WebFluxContractTest extends SignedRequestsContract {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Webhooks.class)
    static class Application {
        @Bean
        SignedWebhooks signedWebhooks(ContractSetup setup) {
            return setup.signedWebhooks();
        }

        @Bean
        FormReader formReader(ContractSetup setup) {
            return new FormReader(setup == ContractSetup.FORM_READ_BEFORE ? Ordered.HIGHEST_PRECEDENCE : 0);
        }
    }

    @RestController
    record Webhooks(ContractSetup setup) {
        @RequestMapping("/contract/**")
        WebhookResponse answer(WebhookRequest request) {
            return setup.handler().handle(request);
        }
    }

    /** A filter that reads the form. */
    record FormReader(int order) implements WebFilter, Ordered {
        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            return exchange.getFormData().then(chain.filter(exchange));
        }
    }

    @Override
    protected RunningAdapter start(ContractSetup setup) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("setup", setup))
                .properties(
                        "server.port=0",
                        "spring.main.web-application-type=reactive",
                        "spring.webflux.base-path=/app",
                        "parlance.surveys.location=classpath:nowhere/",
                        "parlance.surveys.in-memory=true")
                .run();
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new RunningAdapter(URI.create("http://localhost:" + port + "/app/contract"), application);
    }

    @Override
    protected List<ContractSetup> setups() {
        return List.of(ContractSetup.values());
    }
}
