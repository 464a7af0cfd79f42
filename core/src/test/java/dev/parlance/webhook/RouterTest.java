package dev.parlance.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private final Router router = Router.create()
            .get("/", request -> WebhookResponse.text("root"))
            .get("/services/{sid}", request -> WebhookResponse.text("service " + request.pathVariable("sid")))
            .get(
                    "/services/{sid}/functions/{fid}",
                    request -> WebhookResponse.text(request.pathVariable("sid") + " " + request.pathVariable("fid")))
            .get("/services/new", request -> WebhookResponse.text("a new one"))
            .post("/services/{sid}", request -> WebhookResponse.text("changed"))
            .delete("/Prod/echo/", request -> WebhookResponse.text("deleted"));

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                      200, root",
        "GET,    /services/ZS0,          200, service ZS0",
        "GET,    /services/ZS0/,         200, service ZS0",
        "GET,    /services/ZS0?a=b,      200, service ZS0",
        "GET,    /services/new,          200, a new one",
        "GET,    /services/a%20b%2Fc+d,  200, service a b/c+d",
        "GET,    /services/1/functions/2, 200, 1 2",
        "POST,   /services/new,          200, changed",
        "DELETE, /Prod/echo,             200, deleted",
        "DELETE, /Prod/echo/,            200, deleted",
        "GET,    /services,              404, There is no such path.",
        "GET,    /services//,            404, There is no such path.",
        "GET,    /Services/ZS0,          404, There is no such path.",
        "GET,    /services/1/functions,  404, There is no such path.",
        "PUT,    /services/ZS0,          405, This path does not answer PUT.",
        "GET,    /services/%zz,          400, The path variable {sid} has a malformed percent escape."
    })
    void a_request_goes_to_the_handler_of_its_method_and_path(String method, String path, int status, String answer) {
        WebhookResponse response = send(method, path);

        assertThat(response.status() + " " + response.bodyText()).isEqualTo(status + " " + answer);
    }

    @Test
    void a_missing_route_or_the_handler_can_refuse_a_head() {
        WebhookHandler closed = new WebhookHandler() {
            @Override
            public WebhookResponse handle(WebhookRequest request) {
                throw new IllegalStateException("a head must not reach this method");
            }

            @Override
            public Optional<WebhookResponse> refusal(WebhookRequest head) {
                return Optional.of(WebhookResponse.noContent().withStatus(401));
            }
        };
        router.get("/closed", closed);

        assertThat(statusByHead("GET", "/closed")).contains(401);
        assertThat(statusByHead("HEAD", "/closed")).contains(401);
        assertThat(statusByHead("PUT", "/closed")).contains(405);
        assertThat(statusByHead("POST", "/nowhere")).contains(404);
        assertThat(statusByHead("POST", "/services/ZS0")).isEmpty();
        assertThat(statusByHead("HEAD", "/services/ZS0")).isEmpty();
    }

    private Optional<Integer> statusByHead(String method, String path) {
        WebhookRequest head =
                WebhookRequest.of(method, "https://hooks.example.com" + path, Headers.none(), new byte[0]);
        return router.refusal(head).map(WebhookResponse::status);
    }

    @Test
    void a_405_has_an_allow_header() {
        assertThat(send("PUT", "/services/ZS0").headers().first("Allow")).contains("GET, HEAD, POST");
    }

    @Test
    void head_is_answered_as_get_without_the_body() {
        WebhookResponse response = send("HEAD", "/services/ZS0");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.length()).isZero();
    }

    @Test
    void a_route_can_be_added_while_the_router_is_in_use() {
        router.route("PATCH", "/later", request -> WebhookResponse.noContent());

        assertThat(send("PATCH", "/later").status()).isEqualTo(204);
    }

    @Test
    void a_second_route_for_the_same_paths_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> router.get("/services/{other}", request -> WebhookResponse.noContent()))
                .withMessage("There is already a route for GET /services/{other}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "/a{b}", "/{a}b", "/{a}/{a}", "/{", "/{}"})
    void a_malformed_template_is_refused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Router.create().get(template, request -> WebhookResponse.noContent()));
    }

    @Test
    void an_unknown_path_variable_is_reported() {
        Router wrong = Router.create().get("/{sid}", request -> WebhookResponse.text(request.pathVariable("id")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrong.handle(WebhookRequest.get("https://hooks.example.com/ZS0")))
                .withMessage("The route's template has no variable {id}, only [sid]");
    }

    private WebhookResponse send(String method, String path) {
        return router.respond(
                WebhookRequest.of(method, "https://hooks.example.com" + path, Headers.none(), new byte[0]));
    }
}
