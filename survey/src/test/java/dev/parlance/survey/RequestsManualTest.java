package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.RequestResult;
import dev.parlance.survey.session.Session;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code about requests in the manual. */
class RequestsManualTest {
    private static Survey survey(String request) {
        return Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "questions": [
                  {"id": "member", "kind": "request", %s},
                  {"id": "level", "kind": "result", "of": "member", "at": "/level"},
                  {"id": "ready", "kind": "yesNo"}]}
                """.formatted(request), Prompts.of(Map.of("en", Map.of("ready", "Ready?"))));
    }

    @Test
    void an_application_allows_hosts_and_has_secrets() {
        Survey survey = survey("\"url\": \"https://api.example.org/\", \"secret\": \"stockKey\"");
        String stockKey = "invented";

        // snippet: requests
        Requests requests = Requests.allowing(HttpClient.newHttpClient(), "api.example.org")
                .withSecret("stockKey", Secret.of(stockKey));
        Surveys surveys = Surveys.builder(survey).inMemory().requests(requests).build();
        // end

        assertThat(surveys.survey()).isEqualTo(survey);
    }

    private static String levelOf(Address person) {
        return person.value().endsWith("6") ? "gold" : "silver";
    }

    @Test
    void an_application_has_functions() {
        Survey survey = survey("\"function\": \"member\"");
        Address person = Address.of("+15005550006");

        // snippet: function
        RequestFunction member = (session, key) -> RequestResult.ok(Map.of("level", levelOf(session.respondent())));
        SurveysBuilder settings = Surveys.builder(survey).function("member", member);
        // end
        Surveys surveys = settings.inMemory()
                .textSender(text -> new Receipt("SM0", "queued"))
                .build();

        surveys.start(Channel.TEXT, person, Invitation.plain());
        Session session = surveys.find(person).orElseThrow();
        assertThat(session.answer("level").orElseThrow().text()).isEqualTo("gold");
    }
}
