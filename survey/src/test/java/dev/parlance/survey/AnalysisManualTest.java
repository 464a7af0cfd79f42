package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.analysis.Analysis;
import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.analysis.AnswerFigures;
import dev.parlance.survey.analysis.GivenReply;
import dev.parlance.survey.analysis.Overview;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.analysis.TextAnswers;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code about analyses in the manual. */
class AnalysisManualTest {
    private final Survey survey = Survey.builder("coffee")
            .prompts(Prompts.of(Map.of(
                    "en", Map.of("taste", "Taste?", "recommend", "Would you?", "why", "Why?"),
                    "es", Map.of("taste", "¿Gusto?", "recommend", "¿Lo haría?", "why", "¿Por qué?"))))
            .opening(OpeningStyle.GUESS)
            .ask(Question.rating("taste", 1, 5), Question.nps("recommend"), Question.text("why"))
            .build();
    private final Surveys surveys = Surveys.builder(survey).inMemory().build();

    private void answer(String person, String... texts) {
        WebhookHandler webhook = surveys.textWebhook();
        for (int i = 0; i < texts.length; i++) {
            webhook.handle(WebhookRequest.post("https://hooks.example.com/sms")
                    .withForm("MessageSid", "SM" + person + i, "From", person, "To", "+15005550100", "Body", texts[i]));
        }
    }

    @Test
    void figures_of_a_selection() {
        answer("+5215512345678", "hola", "5", "10", "El café");
        answer("+15005550006", "hi", "2", "3");

        // snippet: analysis
        ResultFilter filter = ResultFilter.ALL
                .from(LocalDate.parse("2026-11-01"))
                .withLanguage("es")
                .withAnswer("taste", "4")
                .withAnswer("taste", "5");
        Analysis analysis = surveys.results().analysis(filter, ZoneId.of("America/Mexico_City"));

        Overview overview = analysis.overview();
        int completed = overview.people().completed();
        List<GivenReply> left = analysis.lastWords("why", 20);
        TextAnswers texts = analysis.texts("why", "cafe", 0, 50);
        if (analysis.question("taste").figures().answers() instanceof AnswerFigures.Choices taste) {
            taste.values().forEach(value -> System.out.println(value.value() + ": " + value.count()));
        }
        // end

        assertThat(completed).isEqualTo(1);
        assertThat(left).isEmpty();
        assertThat(texts.total()).isEqualTo(1);
    }

    @Test
    void a_filter_in_a_url() {
        Parameters query = Parameters.of("language", "es");

        // snippet: query
        ResultFilter filter =
                ResultFilter.ofQuery(query); // from, to, language, channel, wave, disposition, arm.ID, answer.ID
        String link = "/results?" + filter.toQuery();
        // end

        assertThat(link).isEqualTo("/results?language=es");
    }

    @Test
    void an_export_of_a_selection() {
        answer("+5215512345678", "hola", "5", "10", "El café");
        answer("+15005550006", "hi", "2", "3");
        ResultFilter filter = ResultFilter.ALL.withLanguage("es");
        ZoneId zone = ZoneId.of("UTC");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Object> sheet = new ArrayList<>();

        // snippet: export
        surveys.results().matching(filter, zone).csv(out);
        surveys.results().matching(filter, zone).rows().forEach(cells -> sheet.add(cells));
        // end

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(sheet).hasSize(1);
    }

    @Test
    void reading_in_the_background() {
        // snippet: prepare
        AnalysisProgress progress = surveys.results().prepareAnalysis();
        String shown = progress.isReady() ? "ready" : progress.read() + " people read so far";
        // end

        assertThat(shown).isNotEmpty();
        surveys.close();
    }
}
