package dev.parlance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPageOnlyTest {
    private final LocalPageOnly page = new LocalPageOnly("editor", request -> WebhookResponse.text("page"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8025", "127.0.0.1:1", "[::1]:65535"})
    void names_of_this_machine_are_answered(String host) {
        assertThat(get(host).bodyText()).isEqualTo("page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "localhost:80@evil"})
    void a_name_that_another_site_points_to_this_machine_is_refused(String host) {
        assertThat(get(host).status()).isEqualTo(403);
        assertThat(get(host).bodyText()).isEqualTo("The editor answers only at localhost.");
    }

    @Test
    void an_action_of_the_page_or_of_a_program_is_done() {
        assertThat(post("application/json", "http://localhost:1").status()).isEqualTo(200);
        assertThat(post("application/json; charset=utf-8", "").status()).isEqualTo(200);
    }

    @Test
    void an_action_of_another_site_is_refused() {
        assertThat(post("application/json", "http://evil.example").status()).isEqualTo(403);
        assertThat(post("text/plain", "").status()).isEqualTo(403);
        assertThat(post("application/json", "http://localhost:2").bodyText())
                .isEqualTo("Only the editor's page, or a program that sends JSON, can do this.");
    }

    @Test
    void no_other_site_can_embed_an_answer() {
        assertThat(get("localhost").headers().first("Cross-Origin-Resource-Policy"))
                .contains("same-origin");
        assertThat(get("localhost").headers().first("X-Content-Type-Options")).contains("nosniff");
    }

    private WebhookResponse get(String host) {
        return page.handle(WebhookRequest.get("http://localhost/").withHeader("Host", host));
    }

    private WebhookResponse post(String type, String origin) {
        WebhookRequest request = WebhookRequest.post("http://localhost/")
                .withBody(type, "{}".getBytes(StandardCharsets.UTF_8))
                .withHeader("Host", "localhost:1");
        return page.handle(origin.isEmpty() ? request : request.withHeader("Origin", origin));
    }
}
