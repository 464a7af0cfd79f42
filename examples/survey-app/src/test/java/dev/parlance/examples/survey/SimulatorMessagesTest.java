package dev.parlance.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.simulator.Simulator;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons, lists and cards on the simulator's page. */
class SimulatorMessagesTest {
    private static final Pattern SID = Pattern.compile("HX[0-9a-f]{32}");
    private static final String WHATSAPP = "whatsapp:+15005550100";
    private static final String AGENT = "rcs:shop_agent";
    private static final String ANA = "+5215512345678";
    private static final String ON_WHATSAPP = "[data-number='whatsapp:+5215512345678'] ";
    private static final String ON_RCS = "[data-number='rcs:+5215512345678'] ";

    private static Browser browser;

    private final FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
    private final List<Parameters> received = new CopyOnWriteArrayList<>();
    private Simulator simulator;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() {
        twilio.mount("https://shop.example", request -> {
            received.add(request.formParameters());
            return WebhookResponse.of(MessageTwiml.reply("Thank you"));
        });
        for (String number : List.of("+15005550100", WHATSAPP, AGENT)) {
            twilio.number(number).onText("https://shop.example/sms");
        }
        simulator = Simulator.of(twilio).open(0);
        browser.size(1600, 1000);
        browser.open(simulator.url());
        browser.type("#add-phone [name=number]", ANA);
        browser.type("#add-phone [name=name]", "Ana");
        browser.click("#add-phone [name=whatsapp]");
        browser.click("#add-phone [name=rcs]");
        browser.click("#add-phone button", "Add a phone");
        browser.see(3, ".phone");
    }

    @AfterEach
    void stop() {
        browser.open(URI.create("about:blank"));
        simulator.close();
        twilio.close();
    }

    /** Creates content of this type and sends it. */
    private void send(String from, String to, String type, String content) throws Exception {
        String json =
                "{\"friendly_name\": \"x\", \"language\": \"en\", \"types\": {\"%s\": %s}}".formatted(type, content);
        String created = post("content.twilio.com/v1/Content", "application/json", json);
        String sid = SID.matcher(created)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        String form = Map.of("From", from, "To", to, "ContentSid", sid).entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        post(
                "api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + "/Messages.json",
                "application/x-www-form-urlencoded",
                form);
    }

    private String post(String path, String type, String body) throws Exception {
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url() + "/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private Parameters last() {
        return received.get(received.size() - 1);
    }

    @Test
    void buttons_are_below_a_message_and_a_list_opens_behind_its_button() throws Exception {
        browser.type(ON_WHATSAPP + "> .compose textarea", "hola");
        browser.click(ON_WHATSAPP + "> .compose button", "Send");
        browser.see(ON_WHATSAPP + ".theirs", "Thank you");
        send(
                WHATSAPP,
                "whatsapp:" + ANA,
                "twilio/quick-reply",
                "{\"body\": \"Tea or coffee?\", \"actions\": [{\"title\": \"Tea\", \"id\": \"t\"}, {\"title\": \"Coffee\", \"id\": \"c\"}]}");

        browser.click(ON_WHATSAPP + ".taps button", "Coffee");

        browser.see(ON_WHATSAPP + ".mine", "Coffee");
        assertThat(last().required("ButtonPayload")).isEqualTo("c");

        send(
                WHATSAPP,
                "whatsapp:" + ANA,
                "twilio/list-picker",
                "{\"body\": \"Which coffee?\", \"button\": \"Choose\", \"items\": ["
                        + "{\"id\": \"e\", \"item\": \"Espresso\", \"description\": \"short\"},"
                        + "{\"id\": \"l\", \"item\": \"Latte\", \"description\": \"with milk\"}]}");
        browser.click(ON_WHATSAPP + ".picks summary", "Choose");
        browser.see(ON_WHATSAPP + ".pick", "with milk");
        browser.screenshot("buttons-and-list");
        browser.click(ON_WHATSAPP + ".pick", "Latte\nwith milk");

        browser.see(ON_WHATSAPP + ".mine", "Latte");
        browser.gone(ON_WHATSAPP + ".pick");
        assertThat(last().required("ListId")).isEqualTo("l");
    }

    @Test
    void cards_have_a_picture_a_title_and_buttons() throws Exception {
        String picture = simulator.url().resolve("/icon.svg").toString();
        String card = "{\"title\": \"%s\", \"body\": \"Today\", \"media\": \"" + picture + "\", \"actions\": ["
                + "{\"type\": \"QUICK_REPLY\", \"title\": \"Order %1$s\", \"id\": \"%1$s\"},"
                + "{\"type\": \"URL\", \"title\": \"More\", \"url\": \"https://shop.example/%1$s\"}]}";
        send(
                AGENT,
                "rcs:" + ANA,
                "twilio/carousel",
                "{\"body\": \"Our coffees\", \"cards\": [" + card.formatted("Mocha") + "," + card.formatted("Latte")
                        + "]}");

        browser.see(2, ON_RCS + ".card");
        browser.see(2, ON_RCS + ".card img");
        browser.see(ON_RCS + ".card strong", "Mocha");
        assertThat(browser.see(ON_RCS + ".card a").getAttribute("href")).isEqualTo("https://shop.example/Mocha");
        browser.screenshot("cards");
        browser.click(ON_RCS + ".card:nth-child(2) button", "Order Latte");

        browser.see(ON_RCS + ".mine", "Order Latte");
        assertThat(last().required("ButtonPayload")).isEqualTo("Latte");
    }
}
