package dev.parlance.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.TurnInputs;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked in a request and its results when a survey is loaded. */
class RequestDefinitionTest {
    private static Survey survey(String questions) {
        Map<String, String> prompts = Map.of("drink", "Which?", "stock.failed", "No {left} of {drink}.");
        return Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"questions\": [\n{\"id\": \"drink\", \"kind\": \"text\"},\n"
                        + questions + "]}",
                Prompts.of(Map.of("en", prompts)));
    }

    private static String request(String fields) {
        return "{\"id\": \"stock\", \"kind\": \"request\", " + fields + "}";
    }

    private static final String LEFT =
            ",\n{\"id\": \"left\", \"kind\": \"result\", \"of\": \"stock\", \"at\": \"/left\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'method': 'GET' | questions[1] needs either "url" or "function"
            'url': 'https://a.example/', 'function': 'f' | questions[1] needs either "url" or "function"
            'url': 'http://a.example/' | questions[1].url must start with https:// and a host, without a password or a fragment
            'url': 'https://a:b@a.example/' | questions[1].url must start with https:// and a host, without a password or a fragment
            'url': 'https://{drink}.example/x' | questions[1].url has a placeholder before its path, but its host must be known
            'url': 'https://a.example?{drink}' | questions[1].url has a placeholder before its path, but its host must be known
            'url': 'https://a.example/ b' | questions[1].url is "https://a.example/ b", which is not a URL
            'url': 'https://a.example/', 'method': 'HEAD' | questions[1].method is "HEAD", but must be one of GET, POST, PUT, PATCH, DELETE
            'url': 'https://a.example/', 'body': {} | questions[1].body needs another "method", such as POST: a GET request has no body
            'url': 'https://a.example/', 'timeout': 'PT11S' | questions[1].timeout must be at most ten seconds (PT10S), because Twilio waits fifteen for a reply
            'url': 'https://a.example/{dirnk}' | questions[1].url refers to question "dirnk"
            'function': 'f', 'secret': 's' | questions[1].secret has no effect on a function
            'function': 'f', 'within': 'PT1H' | questions[1].within needs "wait": false, because a person can't wait for a repeat
            'function': 'f', 'wait': 'no' | questions[1].wait must be true or false
            """)
    void a_request_that_cannot_be_made_is_a_problem_with_its_place(String fields, String problem) {
        assertThatThrownBy(() -> survey(request(fields.replace('\'', '"')) + LEFT))
                .hasMessageContaining("s.json:3: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'of': 'drink', 'at': '/x' | questions[2].of is "drink", which is not a request
            'at': '/x' | questions[2] needs "of"
            'of': 'stock', 'at': 'x' | questions[2].at is "x", which is not a JSON Pointer such as /items/0/left
            'of': 'stock', 'type': 'date', 'values': ['a'] | questions[2].type has no effect beside "values"
            """)
    void a_result_that_cannot_be_known_is_a_problem_with_its_place(String fields, String problem) {
        String result = "{\"id\": \"left\", \"kind\": \"result\", " + fields.replace('\'', '"') + "}";

        assertThatThrownBy(() -> survey(request("\"url\": \"https://a.example/\"") + ",\n" + result))
                .hasMessageContaining("s.json:4: " + problem);
    }

    @Test
    void conditions_are_checked_against_the_outcomes_and_the_values() {
        String url = request("\"url\": \"https://a.example/\"");
        String then =
                ",\n{\"id\": \"end1\", \"kind\": \"statement\", \"prompt\": \"drink\", \"when\": {\"answer\": \"%s\", \"%s\": \"%s\"}}";

        assertThatThrownBy(() -> survey(url + LEFT + then.formatted("stock", "is", "done")))
                .hasMessageContaining(
                        "\"done\", which is not an option of \"stock\"; its options are ok, refused, failed, unknown");
        assertThatThrownBy(() -> survey(url + LEFT + then.formatted("left", "atLeast", "3")))
                .hasMessageContaining("its answers are not numbers");
    }

    @Test
    void a_result_belongs_to_the_group_of_its_request() {
        String group = "{\"group\": \"g\", \"repeat\": {\"times\": 2}, \"questions\": ["
                + request("\"url\": \"https://a.example/\"") + "]}";

        assertThatThrownBy(() -> survey(group + LEFT))
                .hasMessageContaining("questions[2].of is \"stock\", which is in another group");
    }

    @Test
    void what_is_said_about_an_outcome_can_only_name_what_is_known() {
        Prompts prompts = Prompts.of(Map.of("en", Map.of("stock.failed", "No {left}, {nobody}.")));

        assertThatThrownBy(() -> Survey.parse(
                        "s.json",
                        "{\"name\": \"s\", \"questions\": [" + request("\"url\": \"https://a.example/\"") + LEFT + "]}",
                        prompts))
                .hasMessageContaining("questions[0] uses the prompt \"stock.failed\", which in en has the placeholder"
                        + " {nobody}: neither a variable nor an earlier question");
    }

    @Test
    void what_is_said_about_an_outcome_that_nobody_waits_for_is_a_warning() {
        Survey survey = survey(request("\"function\": \"f\", \"wait\": false") + LEFT);

        assertThat(survey.warnings())
                .singleElement()
                .asString()
                .contains(
                        "questions[1] has the prompt \"stock.failed\", which is never said: nobody waits for the request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'url': 'https://a.example/{drink}/x?y={respondent}', 'secret': 'key', 'timeout': 'PT2S'",
                "'url': 'https://a.example/', 'method': 'POST', 'body': {'a': [1, '{drink}']}, 'idempotent': true",
                "'function': 'f'",
                "'function': 'f', 'idempotent': true, 'wait': false, 'within': 'PT1H', 'attempts': {'most': 4}"
            })
    void a_request_is_written_as_it_was_read(String fields) {
        Survey survey = survey(request(fields.replace('\'', '"')) + LEFT);

        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
    }

    @Test
    void a_request_that_nobody_waits_for_can_be_written_in_code() {
        Request request = Request.post("coupon", "https://a.example/{respondent}", "{}")
                .idempotent()
                .withoutWaiting();
        Survey survey = survey(request(
                        "'method': 'POST', 'url': 'https://a.example/{respondent}', 'body': {}, 'idempotent': true, 'wait': false"
                                .replace('\'', '"'))
                .replace("stock", "coupon"));

        assertThat(survey.question("coupon").orElseThrow()).isEqualTo(request);
        assertThat(request.maxAttempts()).isEqualTo(10);
    }

    @Test
    void the_machine_asks_for_a_result_before_it_goes_on() {
        Survey survey = Survey.parse(
                "s.json",
                "{\"name\": \"s\", \"opening\": \"guess\", \"questions\": ["
                        + request("\"url\": \"https://a.example/\"") + "]}",
                Prompts.of(Map.of("en", Map.of("x", "y"))));

        assertThatThrownBy(() -> SurveyMachine.advance(
                                survey,
                                SurveyMachine.newSession(survey, Address.of("+15005550006"), "text", "en"),
                                Input.text("hi"),
                                TurnInputs.at(Instant.EPOCH))
                        .done())
                .hasMessage("The machine needs the result of the request \"stock\": record it with"
                        + " SurveyMachine.withResult and repeat the turn");
    }
}
