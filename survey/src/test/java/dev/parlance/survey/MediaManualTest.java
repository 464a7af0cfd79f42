package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.MediaSource;
import dev.parlance.prompt.PromptSource;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code about files in the manual. */
class MediaManualTest {
    @Test
    void an_application_serves_files(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("label.png"), "picture");
        Survey survey = Survey.builder("labels")
                .prompts(Prompts.builder(PromptSource.map(
                                Map.of("en", Map.of("label", "Do you like this label?", "label.image", "label.png"))))
                        .media(MediaSource.folder(folder))
                        .build())
                .ask(Question.yesNo("label"))
                .build();
        URI publicUrl = URI.create("https://hooks.example.com");
        SurveysBuilder settings = Surveys.builder(survey).inMemory();

        // snippet: files
        Surveys surveys = settings.mediaUrl(publicUrl.resolve("/media")).build();
        Router router = Router.create().get("/media/{file}", surveys.mediaHandler());
        // end

        String file =
                "/media/label-" + survey.prompts().mediaFiles().get("label.png").sha256() + ".png";
        assertThat(router.respond(WebhookRequest.get(publicUrl.resolve(file).toString()))
                        .bodyText())
                .isEqualTo("picture");
    }
}
