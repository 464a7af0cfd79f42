package dev.parlance.examples.survey;

import static dev.parlance.examples.survey.AppFixture.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The campaigns page's data and actions. */
class CampaignsRoutesTest {
    private static final String CREATE = "/campaigns?name=spring-2026&channel=text&perSecond=5";

    @RegisterExtension
    final AppFixture app = new AppFixture();

    private HttpResponse<String> post(String path, String body) throws Exception {
        return app.send(app.withKey(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_campaign_is_created_from_csv_and_runs_after_its_start() throws Exception {
        HttpResponse<String> created = post(CREATE, "number,language\n" + ANA + ",es-MX\n5550006,en-US\n");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).isEqualTo("{\"added\":1,\"rejected\":1}");
        assertThat(app.send(app.withKey("/campaigns/data")).body())
                .contains("\"name\":\"spring-2026\"", "\"state\":\"DRAFT\"", "\"total\":1")
                .contains("people.csv:3: number must start with + and the country code");
        assertThat(post("/campaigns/spring-2026/start", "").body()).contains("\"state\":\"RUNNING\"");
        assertThat(app.send(app.withKey("/campaigns/spring-2026/people.csv")).body())
                .startsWith("number,result,reason,at,until\r\n" + ANA + ",");
    }

    @Test
    void only_numbers_in_the_dial_plan_are_added() throws Exception {
        assertThat(post(CREATE, "number\n+442079460000\n").body()).isEqualTo("{\"added\":0,\"rejected\":1}");

        assertThat(app.send(app.withKey("/campaigns/data")).body())
                .contains("people.csv:2: number is of a kind or country that this application does not contact");
    }

    @Test
    void an_invalid_or_taken_name_an_unknown_channel_and_a_wrong_pace_are_refused() throws Exception {
        post(CREATE, "number\n");

        for (String query : new String[] {
            "name=spring-2026&channel=text",
            "name=a%20b&channel=text",
            "name=new&channel=pigeon",
            "name=new&channel=text&perSecond=0",
            "name=new&channel=text&perSecond=fast"
        }) {
            HttpResponse<String> refused = post("/campaigns?" + query, "number\n");
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.body()).as(query).contains("\"error\":\"");
        }
    }

    @Test
    void an_unknown_campaign_and_a_stopped_one_cannot_be_started() throws Exception {
        post(CREATE, "number\n");

        assertThat(post("/campaigns/other/start", "").statusCode()).isEqualTo(404);
        assertThat(post("/campaigns/spring-2026/stop", "").statusCode()).isEqualTo(200);
        assertThat(post("/campaigns/spring-2026/start", "").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CREATE,
                "/campaigns/spring-2026/start",
                "/campaigns/spring-2026/pause",
                "/campaigns/spring-2026/stop"
            })
    void the_cookie_is_useless_to_pages_of_other_origins(String path) throws Exception {
        String cookie = app.cookie();
        for (String[] header :
                new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}, {"X-Other", "any"}}) {
            HttpRequest.Builder request = app.at(path)
                    .header("Cookie", cookie)
                    .header(header[0], header[1])
                    .POST(BodyPublishers.ofString("number\n"));
            assertThat(app.send(request).statusCode()).as(header[0]).isEqualTo(401);
        }
        assertThat(app.send(app.withKey("/campaigns/data")).body()).isEqualTo("[]");
    }
}
