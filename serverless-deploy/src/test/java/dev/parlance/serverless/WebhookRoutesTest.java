package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.account.AccountException;
import dev.parlance.account.WebhookType;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookRoutesTest {
    private static final WebhookRoute FIRST =
            WebhookRoute.parse("+15005550100:https://new.example/a", WebhookType.TEXTS);
    private static final WebhookRoute SECOND =
            WebhookRoute.parse("+15005550101:https://new.example/b", WebhookType.TEXTS);

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Pipeline pipeline;
    private Path file;
    private WebhookRoutes routes;

    @BeforeEach
    void setUp() {
        pipeline = new Pipeline(twilio, folder);
        file = folder.resolve(WebhookRoutes.FILE);
        routes = WebhookRoutes.of(pipeline.account(), file);
        twilio.number("+15005550100").onText("https://old.example/a");
        twilio.number("+15005550101").onText("https://old.example/b");
    }

    @AfterEach
    void tearDown() {
        pipeline.close();
    }

    private List<String> called() {
        return routes.current(List.of(FIRST, SECOND)).stream()
                .map(setting -> setting.called())
                .toList();
    }

    @Test
    void undo_reverts_the_last_change_first() {
        routes.apply(List.of(FIRST));
        routes.apply(List.of(FIRST, SECOND));
        assertThat(called()).containsExactly("POST https://new.example/a", "POST https://new.example/b");

        routes.undo();
        assertThat(called()).containsExactly("POST https://new.example/a", "POST https://old.example/b");
        routes.undo();
        assertThat(called()).containsExactly("POST https://old.example/a", "POST https://old.example/b");
    }

    @Test
    void previous_webhooks_are_saved_even_if_a_change_fails() {
        twilio.failNext("POST *IncomingPhoneNumbers/*", ApiFault.slow(Duration.ZERO));
        twilio.failNext("POST *IncomingPhoneNumbers/*", ApiFault.error(400, 21402, "Invalid URL"));

        assertThatThrownBy(() -> routes.apply(List.of(FIRST, SECOND))).isInstanceOf(AccountException.class);
        assertThat(called()).containsExactly("POST https://new.example/a", "POST https://old.example/b");

        routes.undo();
        assertThat(called()).containsExactly("POST https://old.example/a", "POST https://old.example/b");
    }

    @Test
    void an_unreadable_file_is_left_unchanged() throws IOException {
        Files.writeString(file, "{");

        assertThatThrownBy(() -> routes.apply(List.of(FIRST)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Repair it");
        assertThat(file).hasContent("{");
        assertThat(called()).contains("POST https://old.example/a");
    }

    @Test
    void a_path_needs_an_environment() {
        WebhookRoute path = WebhookRoute.parse("+15005550100:/hello", WebhookType.TEXTS);

        assertThatThrownBy(() -> routes.apply(List.of(path))).hasMessageContaining("/hello is a path");
    }
}
