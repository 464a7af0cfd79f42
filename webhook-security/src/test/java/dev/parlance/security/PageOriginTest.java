package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOriginTest {
    private static final PageOrigin PAGES = PageOrigin.of(URI.create("https://survey.example.com/base"));

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, same-site, false",
        "Sec-Fetch-Site, cross-site, false",
        "Sec-Fetch-Site, none, false",
        "Origin, https://survey.example.com, true",
        "Origin, http://10.0.0.7:8080, true",
        "Origin, https://survey.example.com:8443, false",
        "Origin, http://survey.example.com, false",
        "Origin, http://10.0.0.7:8081, false",
        "Origin, null, false",
        "Referer, https://survey.example.com/results, false",
    })
    void a_page_is_recognised_by_its_browsers_headers(String header, String value, boolean own) {
        WebhookRequest request =
                WebhookRequest.post("http://10.0.0.7:8080/begin").withHeader("Host", "10.0.0.7:8080");

        assertThat(PAGES.isOwn(request.withHeader(header, value))).isEqualTo(own);
    }

    @Test
    void sec_fetch_site_takes_precedence_over_origin() {
        WebhookRequest request = WebhookRequest.post("https://survey.example.com/begin")
                .withHeader("Origin", "https://survey.example.com")
                .withHeader("Sec-Fetch-Site", "cross-site");

        assertThat(PAGES.isOwn(request)).isFalse();
    }
}
