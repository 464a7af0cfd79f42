package dev.parlance.examples.clinic;

import dev.parlance.security.servlet.WebhookServlet;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.pages.ResultsPages;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The results. Spring Security asks for a login, because no rule of this application says otherwise. */
@Configuration
class ResultsPage {
    @Bean
    ServletRegistrationBean<WebhookServlet> results(Surveys visit) {
        ResultsPages pages = ResultsPages.of(visit).withLink("Patients", "/patients");
        ServletRegistrationBean<WebhookServlet> servlet =
                new ServletRegistrationBean<>(WebhookServlet.of(pages.handler("/results/")), "/results/*");
        servlet.setName("results");
        return servlet;
    }
}
