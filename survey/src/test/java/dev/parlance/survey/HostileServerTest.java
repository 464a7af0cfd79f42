package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.testkit.ForEachTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and answers that want to harm the application that asks them. */
class HostileServerTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @RegisterExtension
    final StandIn server = new StandIn();

    private static final Prompts PROMPTS = Prompts.of(
            Map.of("en", Map.of("word", "Which word?", "last", "Anything else?", "look.ok", "Found {found}.")));
    private static final String TOKEN = "invented-token-1234567890";

    private final FakePhone ana = shop.ana();

    private void open(String type, String url) {
        Survey survey = Survey.parse("s.json", """
                {"name": "s", "opening": "guess", "questions": [
                {"id": "word", "kind": "text"},
                {"id": "look", "kind": "request", "url": "%s%s", "secret": "key", "timeout": "PT0.5S"},
                {"id": "found", "kind": "result", "of": "look", "at": "/x", "type": "%s"},
                {"id": "last", "kind": "text"}]}
                """.formatted(server.url(), url, type), PROMPTS);
        shop.open(
                survey,
                settings -> settings.requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                        .withSecret("key", Secret.of(TOKEN))
                        .withPrivateAddresses()));
    }

    private boolean isFound() {
        return shop.session(Shop.PERSON).answer("found").isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text | {"x": "a", "x": "b"}
            text | {"x": "a"} {"x": "b"}
            text | {"x": "a"} and more
            text | {"x": "Bearer invented-token-1234567890"}
            text | {"x": {"y": 1}}
            text | <html>
            number | {"x": 1e999}
            number | {"x": 1e-999999999}
            number | {"x": 1e999999999}
            number | {"x": -1E+2147483647}
            number | {"x": NaN}
            number | {"x": "1e5"}
            date | {"x": "2026-02-30"}
            date | {"x": "2026-13-45"}
            """)
    void a_reply_that_can_be_read_in_several_ways_or_in_none_has_no_value(String type, String reply) {
        server.replies(200, reply);
        open(type, "/x");

        ana.texts("hi").receives("Which word?").texts("tea").receives("Anything else?");

        assertThat(shop.answer(Shop.PERSON, "look")).isEqualTo("ok");
        assertThat(isFound()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number | {"x": 12345678901234567890} | 12345678901234567890
            number | {"x": 0.1} | 0.1
            number | {"x": 7.0} | 7
            number | {"x": 1e3} | 1000
            date | {"x": "2026-02-28"} | 2026-02-28
            text | {"x": "{word} <Say>"} | {word} <Say>
            """)
    void a_value_is_taken_as_it_is(String type, String reply, String value) {
        server.replies(200, reply);
        open(type, "/x");

        ana.texts("hi").receives("Which word?").texts("tea").receives("Found " + value + ".");
    }

    @Test
    void a_reply_that_does_not_end_ends_with_the_time_out() {
        server.repliesWithoutAnEnd(200, "{\"x\": \"a\"");
        open("text", "/x");

        ana.texts("hi").receives("Which word?").texts("tea").receives("Anything else?");

        assertThat(shop.answer(Shop.PERSON, "look")).isEqualTo("failed");
    }

    @Test
    void a_huge_reply_is_not_read() {
        server.repliesWith(1L << 40);
        open("text", "/x");

        ana.texts("hi").receives("Which word?").texts("tea").receives("Anything else?");

        assertThat(isFound()).isFalse();
        assertThat(server.written()).isLessThan(1L << 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        server.replies(status, "");
        open("text", "/x");

        ana.texts("hi").receives("Which word?").texts("tea").receives("Anything else?");

        assertThat(server.lines()).containsExactly("GET /x");
        assertThat(shop.answer(Shop.PERSON, "look")).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../admin", "x/../../admin", "x\\..", "./x", "x/."})
    void an_answer_cannot_lead_to_another_path(String answer) {
        server.replies(200, "{}");
        open("text", "/of/{word}");

        ana.texts("hi").receives("Which word?").texts(answer).receives("Anything else?");

        assertThat(server.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%2e%2e, %252e%252e", "a..b, a..b", "...x, ...x", "a?b#c&d, a%3Fb%23c%26d", "a@b:c, a%40b%3Ac"})
    void other_answers_are_encoded(String answer, String encoded) {
        server.replies(200, "{}");
        open("text", "/of/{word}?q={word}");

        ana.texts("hi").receives("Which word?").texts(answer).receives("Anything else?");

        assertThat(server.lines()).containsExactly("GET /of/" + encoded + "?q=" + encoded);
    }

    @Test
    void dots_in_a_query_lead_nowhere() {
        server.replies(200, "{}");
        open("text", "/of?q={word}");

        ana.texts("hi").receives("Which word?").texts("...").receives("Anything else?");

        assertThat(server.lines()).containsExactly("GET /of?q=...");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@api.example.org/",
                "https://api.example.org@evil.example/",
                "https://user:word@api.example.org/",
                "https://api_example.org/",
                "https://api%2Eexample.org/",
                "https:///x",
                "https:api.example.org/",
                "http://api.example.org/",
                "ftp://api.example.org/",
                "//api.example.org/",
                "https://api.example.org/#x",
                "https://api.example.org\\@evil.example/",
                "https://{word}/"
            })
    void a_survey_in_code_can_have_only_safe_urls(String url) {
        assertThatThrownBy(() -> Survey.builder("s")
                        .prompts(PROMPTS)
                        .ask(Question.text("word"), Request.get("other", url))
                        .build())
                .hasMessageContaining("questions[1].url ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.org/x, api.example.org, true",
        "https://API.Example.org:443/x, api.example.org, true",
        "https://api.example.org:8443/x, api.example.org:8443, true",
        "https://api.example.org:8443/x, api.example.org, false",
        "https://api.example.org/x, api.example.org:8443, false",
        "https://api.example.org./x, api.example.org, false",
        "https://x.api.example.org/x, api.example.org, false",
        "https://api.example.org.evil.example/x, api.example.org, false",
        "https://evil.example/api.example.org, api.example.org, false",
        "https://[::1]/x, localhost, false",
    })
    void only_the_host_and_port_that_the_application_allows_are_reached(String url, String allowed, boolean isAllowed) {
        Survey survey = Survey.builder("s")
                .prompts(PROMPTS)
                .ask(Question.text("word"), Request.get("other", url))
                .build();
        Requests requests = Requests.allowing(HttpClient.newHttpClient(), allowed);

        assertThat(requests.problems(survey, Set.of())).hasSize(isAllowed ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.1.2.3, true",
        "172.16.0.1, true",
        "192.168.1.1, true",
        "169.254.169.254, true",
        "100.64.0.1, true",
        "100.100.100.200, true",
        "0.1.2.3, true",
        "192.0.0.192, true",
        "198.18.0.1, true",
        "224.0.0.1, true",
        "240.0.0.1, true",
        "255.255.255.255, true",
        "::1, true",
        "::, true",
        "::ffff:10.0.0.1, true",
        "::10.0.0.1, true",
        "64:ff9b::a00:1, true",
        "2002:a00:1::, true",
        "fe80::1, true",
        "fd00:ec2::254, true",
        "ff02::1, true",
        "8.8.8.8, false",
        "100.63.0.1, false",
        "100.128.0.1, false",
        "198.20.0.1, false",
        "192.0.2.1, false",
        "2001:4860:4860::8888, false",
        "2606:4700::1, false"
    })
    void private_addresses_are_recognised_in_all_their_forms(String address, boolean isPrivate)
            throws UnknownHostException {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isEqualTo(isPrivate);
    }

    @Test
    void nothing_of_a_request_is_in_the_log_or_in_an_event() {
        List<String> events = new ArrayList<>();
        List<String> log = LogOfSurveys.during(() -> {
            for (int status : new int[] {500, 401, 302, 200}) {
                server.replies(status, "{\"x\": \"Bearer " + TOKEN + "\"}");
                Survey survey = Survey.parse("s.json", """
                        {"name": "s", "opening": "guess", "questions": [
                        {"id": "word", "kind": "text"},
                        {"id": "look", "kind": "request", "url": "%s/{word}", "secret": "key", "wait": false, "attempts": {"most": 1}},
                        {"id": "found", "kind": "result", "of": "look", "at": "/x"}, {"id": "last", "kind": "text"}]}
                        """.formatted(server.url()), PROMPTS);
                shop.open(
                        survey,
                        settings -> settings.onAnyEvent(event -> events.add(event.cloudEvent()))
                                .requests(Requests.allowing(HttpClient.newHttpClient(), "localhost")
                                        .withSecret("key", Secret.of(TOKEN))
                                        .withPrivateAddresses()));
                FakePhone phone = twilio.phone("+1500555" + (4000 + status));
                phone.texts("hi").receives("Which word?").texts("private").receives("Anything else?");
                shop.close();
            }
        });

        assertThat(log).hasSize(3).allSatisfy(line -> assertThat(line).contains("\"look\""));
        assertThat(log).noneSatisfy(line -> assertThat(line).containsAnyOf(TOKEN, "private", "+1500", "localhost"));
        assertThat(events).isNotEmpty().noneSatisfy(event -> assertThat(event).contains(TOKEN));
        assertThat(shop.store().page("session:s", "", 10))
                .hasSize(4)
                .noneSatisfy(document -> assertThat(document.json()).contains(TOKEN));
    }
}
