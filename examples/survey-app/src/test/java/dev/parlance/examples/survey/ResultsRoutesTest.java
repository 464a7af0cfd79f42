package dev.parlance.examples.survey;

import static dev.parlance.examples.survey.AppFixture.ANA;
import static dev.parlance.examples.survey.AppFixture.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The results page and its downloads. */
class ResultsRoutesTest {
    @RegisterExtension
    final AppFixture app = new AppFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/survey-results/525512345678.json",
                "/results/data",
                "/results/answers.csv",
                "/results/answers.jsonl",
                "/results/missed.tsv"
            })
    void results_are_neither_cached_nor_sniffed(String path) throws Exception {
        app.anaAnswersInSpanish();

        HttpResponse<String> response = app.send(app.withKey(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void results_can_be_downloaded_as_csv_json_lines_and_documents() throws Exception {
        app.anaAnswersInSpanish();

        assertThat(app.send(app.withKey("/results/answers.csv")).body())
                .contains(ANA + ",COMPLETED,es-MX,text", "Muchas flores");
        assertThat(app.send(app.withKey("/results/answers.jsonl")).body().lines())
                .hasSize(1);
        assertThat(app.send(app.withKey("/survey-results/525512345678.json")).body())
                .contains("\"languageSet\" : \"es-MX\"");
        assertThat(app.send(app.withKey("/survey-results/12025550109.json")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void replies_that_were_not_understood_can_be_downloaded() throws Exception {
        app.demo().phone(ANA).texts("hola").texts("3").texts("regular");

        assertThat(app.send(app.withKey("/results/missed.tsv")).body())
                .isEqualTo("question\tlanguage\tchannel\treply\texpected\tcount\nservice\tes-MX\ttext\tregular\t\t1\n");
        assertThat(app.send(app.withKey("/results/data")).body())
                .contains(
                        "\"missed\":[{\"question\":\"service\",\"language\":\"Spanish\",\"channel\":\"Text\",\"count\":1,"
                                + "\"replies\":[{\"reply\":\"regular\",\"count\":1}]}]");
    }

    @Test
    void people_who_have_not_answered_count_only_as_contacted() throws Exception {
        for (String number : new String[] {"12025550106", "12025550107", "12025550108"}) {
            app.send(form(app.withKey("/sms/initiate-sms"), "To=%2B" + number + "&defaultLanguage=en-US"));
        }
        app.demo()
                .phone("+12025550106")
                .texts("5")
                .texts("1")
                .texts("4")
                .texts("9")
                .texts("skip");
        app.demo().phone("+12025550107").texts("5");

        JsonNode data = data();
        assertThat(data.at("/overview/people").findValuesAsText("label"))
                .startsWith("Invited", "Reached", "Started", "Completed");
        assertThat(data.at("/overview/people").findValuesAsText("count")).startsWith("3", "2", "2", "1");
        assertThat(data.at("/funnel/figure/table/rows/3").toString()).startsWith("[\"How helpful was the person");
    }

    private JsonNode data() throws Exception {
        return new ObjectMapper()
                .readTree(app.send(app.withKey("/results/data")).body());
    }

    @Test
    void figures_by_arm_of_an_experiment_are_shown_with_their_intervals() throws Exception {
        Path survey = app.folder().resolve("survey.json");
        Files.writeString(
                survey,
                Files.readString(survey)
                        .replace(
                                "\"questions\": [",
                                "\"questions\": [\n{\"id\": \"arm\", \"kind\": \"assign\", \"arms\":"
                                        + " [\"red\", \"blue\"]},"));
        app.demo().doPeriodicWork();
        for (int i = 10; i < 20; i++) {
            app.demo().phone("+120255501" + i).texts("hi").texts("1").texts("5").texts("1");
        }

        JsonNode experiment = data().at("/experiments/0");
        assertThat(experiment.path("id").asText()).isEqualTo("arm");
        assertThat(experiment.at("/table/columns").toString()).isEqualTo("[\"\",\"red\",\"blue\"]");
        int red = experiment.at("/table/rows/0/1").asInt();
        int blue = experiment.at("/table/rows/0/2").asInt();
        assertThat(red).isBetween(1, 9);
        assertThat(red + blue).isEqualTo(10);
        assertThat(experiment.at("/table/rows/1/0").asText()).isEqualTo("Completion rate");
        assertThat(experiment.at("/table/rows/2").toString()).startsWith("[\"service, mean\",\"5");
        assertThat(experiment.at("/table/rows").toString()).contains("product, The app");
    }

    @Test
    void a_survey_without_experiments_has_no_figures_by_arm() throws Exception {
        app.anaAnswersInSpanish();

        assertThat(app.send(app.withKey("/results/data")).body()).contains("\"experiments\":[]");
    }

    @Test
    void the_results_page_says_that_personal_data_is_never_counted() throws Exception {
        String page = app.send(app.withKey("/results/")).body().replaceAll("\\s+", " ");

        assertThat(page)
                .contains(
                        "Counts are shown only for questions with a fixed set of answers (options, yes or no, scales)",
                        "All other answers are personal data: they are never counted");
    }

    @Test
    void a_link_to_share_needs_no_key() throws Exception {
        app.anaAnswersInSpanish();
        String created = app.send(form(app.withKey("/results/links"), "days=7")).body();
        String link = new ObjectMapper().readTree(created).path("link").asText();

        assertThat(app.send(app.at("/results/data" + link.substring("./".length())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.send(app.at("/results/answers.csv" + link.substring("./".length())))
                        .statusCode())
                .isEqualTo(401);
        assertThat(app.send(form(app.at("/results/links"), "days=7")).statusCode())
                .isEqualTo(401);
    }
}
