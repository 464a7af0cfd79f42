package dev.parlance.examples.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.test.ParlanceTest;
import dev.parlance.survey.Surveys;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invites the patients of a file. */
@ParlanceTest(
        properties = {
            "clinic.manager=+12025550143",
            "spring.security.user.name=clinic",
            "spring.security.user.password=for-tests"
        })
class CampaignTest {
    @Autowired
    Surveys visit;

    @Autowired
    PublicUrl publicUrl;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeEach
    void itIsNoonInNewYork(FakeTwilio twilio) {
        twilio.advance(Duration.ofHours(5));
    }

    @Test
    void the_patients_of_a_file_are_invited_in_their_language_and_at_the_pace(FakeTwilio twilio) throws Exception {
        String page = upload("""
                number,language,occasion,name
                +12025550111,en-US,2026-05-13-0930,Ben
                +5215512345678,es-MX,2026-05-13-1000,Luis
                12345,en-US,2026-05-13-1030,Nobody
                """);
        assertThat(page).contains("patients.csv:4: number must start with +");

        // snippet: contact
        for (int second = 0; second < 2; second++) {
            twilio.advance(Duration.ofSeconds(1));
            visit.campaigns().run(Duration.ofMillis(1));
        }
        // end

        twilio.phone("+12025550111").receives("Hello Ben");
        twilio.phone("+5215512345678").receives("Luis");
        assertThat(visit.campaigns().find("may").orElseThrow().progress().done())
                .isEqualTo(2);
    }

    private String upload(String csv) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/patients"));
        assertThat(token.find()).isTrue();
        String form = part("name=\"_csrf\"", token.group(1))
                + part("name=\"campaign\"", "may")
                + part("name=\"patients\"; filename=\"people.csv\"", csv)
                + "--limit--\r\n";
        HttpRequest request = request("/campaigns")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String part(String disposition, String value) {
        return "--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    private String get(String path) throws Exception {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("clinic:for-tests".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(publicUrl.at(path)).header("Authorization", "Basic " + login);
    }
}
