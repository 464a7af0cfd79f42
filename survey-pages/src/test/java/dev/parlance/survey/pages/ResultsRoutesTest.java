package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.settings.Secret;
import dev.parlance.webhook.EventStream;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of the results page, behind a login. */
class ResultsRoutesTest {
    private static final String HOST = "https://survey.example.com";

    private final Visits visits = new Visits().answeredBy(12);
    private final Router router = Router.create();

    ResultsRoutesTest() {
        while (!visits.surveys().results().prepareAnalysis().isReady()) {
            Thread.onSpinWait();
        }
        ResultsPages.of(visits.surveys())
                .withLinks(Secret.of("a secret of sixteen letters"), visits.clock())
                .addTo(router, "/results/", ResultsRoutesTest::login);
    }

    private static WebhookHandler login(WebhookHandler handler) {
        return request -> request.header("Cookie").isPresent()
                ? handler.handle(request)
                : WebhookResponse.text("Log in").withStatus(401);
    }

    private WebhookResponse get(String path) {
        return router.handle(WebhookRequest.get(HOST + path).withHeader("Cookie", "me"));
    }

    private JsonNode json(String path) throws Exception {
        WebhookResponse response = get(path);
        assertThat(response.status()).as(response.bodyText()).isEqualTo(200);
        return new ObjectMapper().readTree(response.bodyText());
    }

    /** Creates a link, and returns its query. */
    private String link(String filter, boolean withTexts) throws Exception {
        WebhookResponse response = router.handle(WebhookRequest.post(HOST + "/results/links")
                .withForm("days", "7", "filter", filter, "texts", String.valueOf(withTexts))
                .withHeader("Cookie", "me"));
        assertThat(response.status()).isEqualTo(201);
        String url =
                new ObjectMapper().readTree(response.bodyText()).path("link").asText();
        return url.substring(url.indexOf("link="));
    }

    private WebhookResponse byLink(String path) {
        return router.handle(WebhookRequest.get(HOST + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/results/",
                "/results/data",
                "/results/parts?question=service&by=language",
                "/results/cross?rows=product&columns=again",
                "/results/texts?question=feedback",
                "/results/left",
                "/results/charts/service.svg",
                "/results/answers.csv",
                "/results/answers.jsonl",
                "/results/answers.xlsx",
                "/results/missed.tsv"
            })
    void everything_needs_the_login_and_is_not_cached(String path) {
        assertThat(byLink(path).status()).isEqualTo(401);
        WebhookResponse response = get(path);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().first("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().first("Cache-Control").orElseThrow()).startsWith("no-");
    }

    @Test
    void scripts_and_styles_need_no_login() {
        assertThat(byLink("/results/results.js").status()).isEqualTo(200);
        assertThat(byLink("/results/design/design.css").status()).isEqualTo(200);
    }

    @Test
    void the_page_is_at_the_folder_with_a_slash() {
        WebhookResponse response = get("/results?language=es-MX");

        assertThat(response.status()).isEqualTo(308);
        assertThat(response.headers().first("Location")).contains("/results/?language=es-MX");
    }

    @Test
    void the_data_are_those_of_the_filter() throws Exception {
        JsonNode all = json("/results/data");
        JsonNode spanish = json("/results/data?language=es-MX");

        assertThat(all.at("/overview/people/0/count").asInt()).isEqualTo(12);
        assertThat(spanish.at("/overview/people/0/count").asInt()).isEqualTo(4);
        assertThat(all.path("questions").findValuesAsText("id"))
                .startsWith("greeting", "service", "product")
                .contains("visit", "offer", "place")
                .doesNotContain("visit.speed");
    }

    @Test
    void an_unknown_filter_is_refused_with_its_name() {
        WebhookResponse response = get("/results/data?colour=red");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.bodyText()).contains("colour");
    }

    @Test
    void an_unknown_question_is_refused() {
        assertThat(get("/results/parts?question=colour&by=language").status()).isEqualTo(400);
        assertThat(get("/results/cross?rows=feedback&columns=again").status()).isEqualTo(400);
        assertThat(get("/results/charts/colour.svg").status()).isEqualTo(400);
        assertThat(get("/results/charts/feedback.svg").status()).isEqualTo(404);
        assertThat(get("/results/charts/service.png").status()).isEqualTo(404);
    }

    @Test
    void a_link_shows_figures_without_a_login_but_no_words_and_no_downloads() throws Exception {
        String link = link("", false);

        assertThat(byLink("/results/?" + link).status()).isEqualTo(200);
        JsonNode data =
                new ObjectMapper().readTree(byLink("/results/data?" + link).bodyText());
        assertThat(data.at("/abilities/exports").asBoolean()).isFalse();
        assertThat(data.path("latest")).isEmpty();
        assertThat(data.path("missed")).isEmpty();
        assertThat(byLink("/results/texts?question=feedback&" + link).status()).isEqualTo(400);
        assertThat(byLink("/results/left?" + link).status()).isEqualTo(400);
        assertThat(byLink("/results/charts/service.svg?" + link).status()).isEqualTo(200);
        for (String file : new String[] {"answers.csv", "answers.jsonl", "answers.xlsx", "missed.tsv"}) {
            assertThat(byLink("/results/" + file + "?" + link).status()).isEqualTo(401);
        }
    }

    @Test
    void a_link_can_show_what_people_wrote() throws Exception {
        String link = link("", true);

        assertThat(byLink("/results/texts?question=feedback&" + link).status()).isEqualTo(200);
    }

    @Test
    void the_filter_of_a_link_can_be_narrowed_but_not_changed() throws Exception {
        String link = link("language=es-MX", false);
        ObjectMapper mapper = new ObjectMapper();

        for (String more : new String[] {"", "&language=en-GB", "&language=ar-EG"}) {
            JsonNode data =
                    mapper.readTree(byLink("/results/data?" + link + more).bodyText());
            assertThat(data.at("/overview/people/0/count").asInt()).isEqualTo(4);
            assertThat(data.path("locked").toString()).isEqualTo("[[\"language\",\"es-MX\"]]");
        }
        JsonNode narrowed = mapper.readTree(
                byLink("/results/data?" + link + "&channel=chat").bodyText());
        assertThat(narrowed.at("/overview/people/0/count").asInt()).isBetween(1, 3);
    }

    @Test
    void a_link_ends() throws Exception {
        String link = link("", false);
        visits.pass(Duration.ofDays(7));

        WebhookResponse response = byLink("/results/data?" + link);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.bodyText()).contains("This link has ended");
    }

    @Test
    void links_are_created_only_from_the_page_and_for_at_most_a_year() {
        WebhookRequest post = WebhookRequest.post(HOST + "/results/links").withHeader("Cookie", "me");

        assertThat(router.handle(post.withForm("days", "7").withHeader("Sec-Fetch-Site", "same-site"))
                        .status())
                .isEqualTo(403);
        assertThat(router.handle(post.withForm("days", "367")).status()).isEqualTo(400);
        assertThat(router.handle(post.withForm("days", "soon")).status()).isEqualTo(400);
        assertThat(router.handle(post.withForm("days", "7", "filter", "colour=red"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void without_a_secret_there_are_no_links() {
        Router other = Router.create();
        ResultsPages pages = ResultsPages.of(visits.surveys());
        pages.addTo(other, "/results/", handler -> handler);

        assertThat(other.handle(WebhookRequest.post(HOST + "/results/links").withForm("days", "7"))
                        .status())
                .isEqualTo(404);
        assertThat(other.handle(WebhookRequest.get(HOST + "/results/data?link=1.0..x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void one_handler_has_all_routes_for_applications_with_another_router() throws Exception {
        ResultsPages pages =
                ResultsPages.of(visits.surveys()).withLinks(Secret.of("a secret of sixteen letters"), visits.clock());
        WebhookRequest shared = WebhookRequest.get(HOST + "/results/data?" + link("", false));

        assertThat(pages.handler("/results/").handle(shared).status()).isEqualTo(200);
        assertThat(pages.isShared(shared)).isTrue();
        assertThat(pages.isShared(WebhookRequest.get(HOST + "/results/data"))).isFalse();
    }

    @Test
    void a_link_opens_only_figures_also_if_the_login_lets_it_through() throws Exception {
        WebhookHandler pages = ResultsPages.of(visits.surveys())
                .withLinks(Secret.of("a secret of sixteen letters"), visits.clock())
                .withNews(EventStream.create())
                .handler("/results/");
        String link = link("", false);

        for (String path : new String[] {"answers.csv", "answers.jsonl", "answers.xlsx", "missed.tsv", "news"}) {
            assertThat(pages.handle(WebhookRequest.get(HOST + "/results/" + path + "?" + link))
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(pages.handle(WebhookRequest.post(HOST + "/results/links?" + link)
                                .withForm("days", "366", "texts", "true"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_link_is_not_created_with_a_filter_that_is_too_long_or_unknown() {
        StringBuilder languages = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            languages.append("&language=x-").append(i);
        }
        WebhookRequest post = WebhookRequest.post(HOST + "/results/links").withHeader("Cookie", "me");

        WebhookResponse tooLong = router.handle(post.withForm("days", "7", "filter", languages.substring(1)));
        WebhookResponse unknown = router.handle(post.withForm("days", "7", "filter", "answer.colour=red"));

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.bodyText()).contains("too long");
        assertThat(unknown.status()).isEqualTo(400);
    }

    @Test
    void each_arm_of_an_experiment_has_only_its_own_people_also_if_the_filter_has_an_arm() throws Exception {
        JsonNode people = json("/results/data?arm.greeting=short").at("/experiments/0/table/rows/0");

        assertThat(people.get(0).asText()).isEqualTo("People");
        assertThat(people.get(1).asInt()).isPositive();
        assertThat(people.get(2).asInt()).isZero();
    }

    @Test
    void two_questions_are_crossed() throws Exception {
        JsonNode table = json("/results/cross?rows=product&columns=again");

        assertThat(table.path("columns").findValuesAsText("label")).containsExactly("yes", "no");
        assertThat(table.path("rows")).hasSize(4);
        assertThat(table.path("association").asText()).startsWith("No test of independence");
    }

    @Test
    void what_people_wrote_is_masked() throws Exception {
        visits.say("chat", "+15005551002", "hello");
        String texts = json("/results/texts?question=feedback&limit=100").toString();

        assertThat(texts).doesNotContain("+1500555");
    }
}
