package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.analysis.QuestionFigures;
import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.survey.definition.Survey;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The code of docs/RESULTS_PAGE.md. */
class ResultsManualTest {
    private final Visits visits = new Visits().answeredBy(3);
    private final Surveys surveys = visits.surveys();

    private static final class Login {
        WebhookHandler wrap(WebhookHandler handler) {
            return request -> request.header("Cookie").isPresent()
                    ? handler.handle(request)
                    : WebhookResponse.text("Log in").withStatus(401);
        }
    }

    @Test
    void the_page_is_added_to_a_router() {
        Router router = Router.create();
        Login login = new Login();
        // snippet: page
        ResultsPages.of(surveys).addTo(router, "/results/", login::wrap);
        // end
        WebhookRequest request = WebhookRequest.get("https://survey.example.com/results/");

        assertThat(router.handle(request).status()).isEqualTo(401);
        assertThat(router.handle(request.withHeader("Cookie", "me")).status()).isEqualTo(200);
    }

    @Test
    void links_are_an_option() {
        Secret secret = Secret.of("a secret of sixteen letters");
        Clock clock = visits.clock();
        // snippet: links
        ResultsPages pages = ResultsPages.of(surveys).withLinks(secret, clock);
        // end
        WebhookRequest request = WebhookRequest.post("https://survey.example.com/results/links");

        assertThat(pages.handler("/results/")
                        .handle(request.withForm("days", "1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_chart_is_drawn_for_a_report() {
        Survey survey = surveys.survey();
        QuestionFigures figures = surveys.results()
                .analysis(ResultFilter.ALL, ZoneOffset.UTC)
                .question("service")
                .figures();
        // snippet: chart
        String svg = Charts.of(survey).withWidth(800).svg(figures).orElseThrow();
        // end

        assertThat(svg).contains("width=\"800\"", "How was our service");
        assertThat(Charts.of(survey).onDark().svg(figures).orElseThrow()).contains("#16191f");
    }
}
