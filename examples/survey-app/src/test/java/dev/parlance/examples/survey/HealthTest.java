package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.Signed;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.jdbc.JdbcSessions;
import dev.parlance.survey.store.SessionStore;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @Test
    void is_down_when_the_store_does_not_answer(@TempDir Path folder) {
        SessionStore store = JdbcSessions.sqlite(folder.resolve("survey.db"));
        Router router = new Routes(
                        Surveys.of(SurveyFolder.at(Path.of("survey")).load()).build(),
                        Signed.by(TwilioSignature.withToken("0".repeat(32))),
                        new Visitors(Secret.of("a key for this test"), false),
                        store,
                        new Metrics(),
                        EventStream.create())
                .router();
        store.close();

        WebhookResponse response = router.respond(WebhookRequest.get("http://localhost/health"));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.bodyText()).contains("down");
    }
}
