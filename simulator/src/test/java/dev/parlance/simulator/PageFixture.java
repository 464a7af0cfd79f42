package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeAccount;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.pages.testing.Browser;
import dev.parlance.pages.testing.Theme;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An open simulator with a small shop that answers in the language of the person, to look at in a browser. */
final class PageFixture implements AutoCloseable {
    static final String SHOP = "+15005550100";
    static final String ON_WHATSAPP = "whatsapp:" + SHOP;
    static final String AMIRA = "+201001234567";
    static final String BEN = "+12025550106";
    static final String CARLA = "whatsapp:+5215512345678";

    final FakeTwilio twilio = FakeTwilio.start(FakeAccount.random());
    final List<WebhookRequest> received = new CopyOnWriteArrayList<>();
    final Simulator simulator;

    /** Opens the simulator with three people. */
    PageFixture() {
        this(builder ->
                builder.person(AMIRA, "أميرة حسن").person(BEN, "Ben Ortiz").person(CARLA, "Carla Ruiz"));
    }

    PageFixture(UnaryOperator<SimulatorBuilder> settings) {
        twilio.mount(
                "https://shop.example", Router.create().post("/sms", this::text).post("/voice", PageFixture::voice));
        for (String number : List.of(SHOP, ON_WHATSAPP)) {
            twilio.number(number).onText("https://shop.example/sms");
        }
        twilio.number(SHOP).onCall("https://shop.example/voice");
        simulator = settings.apply(Simulator.of(twilio)).open(0);
    }

    private WebhookResponse text(WebhookRequest request) {
        received.add(request);
        String body = IncomingMessage.of(request).body();
        return WebhookResponse.of(MessageTwiml.reply(
                switch (body) {
                    case "مرحبا" ->
                        "أهلاً بك في متجرنا! طلبك رقم 4711 جاهز. كيف كانت خدمتنا، من 1 (سيئة) إلى 5 (ممتازة)؟";
                    case "5" -> "شكرًا جزيلاً";
                    default -> "Thank you for writing: " + body;
                }));
    }

    private static WebhookResponse voice(WebhookRequest request) {
        return WebhookResponse.of(VoiceTwiml.create()
                .gather(
                        gather -> gather.action("/voice")
                                .say(
                                        "Welcome to the shop. For opening hours press 1, to talk to somebody press 2, or say what you need."))
                .redirect("/voice"));
    }

    /** Sends content of this type, as an application does. */
    void send(String from, String to, String type, String content) {
        String created = post(
                "content.twilio.com/v1/Content",
                "application/json",
                "{'friendly_name': 'x', 'language': 'en', 'types': {'%s': %s}}"
                        .formatted(type, content)
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8));
        String sid = created.replaceAll("(?s).*(HX[0-9a-f]{32}).*", "$1");
        api("Messages.json", "From", from, "To", to, "ContentSid", sid);
        twilio.settle();
    }

    /** Sends a form to the API. */
    void api(String path, String... form) {
        WebhookRequest body = WebhookRequest.post("https://api.twilio.com").withForm(form);
        post(
                "api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + "/" + path,
                "application/x-www-form-urlencoded",
                body.body());
    }

    /** Shows that the application is typing an answer to a message. */
    void typing(String messageSid) {
        WebhookRequest body = WebhookRequest.post("https://messaging.twilio.com")
                .withForm("messageId", messageSid, "channel", "whatsapp");
        post("messaging.twilio.com/v2/Indicators/Typing.json", "application/x-www-form-urlencoded", body.body());
    }

    private String post(String path, String type, byte[] body) {
        String login = twilio.accountSid() + ":" + twilio.authToken().reveal();
        HttpRequest request = HttpRequest.newBuilder(URI.create(twilio.url() + "/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join()
                .body();
    }

    /** A conversation in Arabic, one with buttons and a list on WhatsApp, and one in English. */
    void haveConversations() {
        twilio.phone(AMIRA).texts("مرحبا").texts("5");
        twilio.phone(BEN).texts("Where is my order? I have waited since Monday.");
        twilio.phone(CARLA).textsTo(ON_WHATSAPP, "hola");
        send(
                ON_WHATSAPP,
                CARLA,
                "twilio/quick-reply",
                "{'body': '¿Té o café?', 'actions': [{'title': 'Té verde', 'id': 't'}, {'title': 'Café', 'id': 'c'}]}");
        send(
                ON_WHATSAPP,
                CARLA,
                "twilio/list-picker",
                "{'body': '¿Cuál café?', 'button': 'Elegir', 'items': ["
                        + "{'id': 'e', 'item': 'Espresso', 'description': 'corto y fuerte'}, "
                        + "{'id': 'l', 'item': 'Latte', 'description': 'con leche'}]}");
    }

    static String phone(String number) {
        return "[data-number='" + number + "'] ";
    }

    /** Takes a screenshot in both themes, and looks for problems. */
    void look(Browser browser, String name) {
        for (Theme theme : Theme.values()) {
            browser.theme(theme);
            settle(browser);
            browser.screenshot(name + "-" + theme);
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** Waits until changes of colours and places have come to their end. */
    private static void settle(Browser browser) {
        browser.script("return Promise.all(document.getAnimations()"
                + ".filter(each => each.effect.getTiming().iterations !== Infinity).map(each => each.finished.catch(() => {})))"
                + ".then(() => true)");
    }

    /** Shows a part of the page, in a narrow window by its tab. */
    void showPhones(Browser browser) {
        if (Boolean.TRUE.equals(browser.script("return !document.getElementById('tab-phones').hidden"))) {
            browser.click("#tab-phones");
        }
    }

    /** Brings a phone into view. The page arranges its phones in the frame after it has got another size. */
    void open(Browser browser, String number) {
        showPhones(browser);
        browser.script("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        browser.script(
                "const phone = document.querySelector(arguments[0]);"
                        + " if (phone.hidden) document.querySelector(`[data-open='${phone.dataset.number}']`).click()",
                phone(number));
        browser.see(phone(number));
    }

    @Override
    public void close() {
        simulator.close();
        twilio.close();
    }
}
