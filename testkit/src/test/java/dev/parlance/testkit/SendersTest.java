package dev.parlance.testkit;

import static dev.parlance.testkit.Rest.isError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The senders of messaging services, added over the API, and which of them texts a person. */
class SendersTest {
    private static final String SAN_FRANCISCO = "+14155550100";
    private static final String NEW_YORK = "+12125550100";
    private static final String LONDON = "+442079460100";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final Rest api = new Rest(twilio, "api.twilio.com");
    private final Rest messaging = new Rest(twilio, "messaging.twilio.com");
    private String sid;

    @BeforeEach
    void createService() {
        sid = messaging.post("/v1/Services", "FriendlyName", "Acme").sid();
    }

    private String service() {
        return "/v1/Services/" + sid;
    }

    private Answer add(String number) {
        return messaging.post(
                service() + "/PhoneNumbers",
                "PhoneNumberSid",
                twilio.number(number).sid());
    }

    private Answer send(String to) {
        Answer sent = api.post(api.account() + "/Messages.json", "To", to, "MessagingServiceSid", sid, "Body", "hello");
        twilio.settle();
        return sent;
    }

    private String senderTo(String to) {
        assertThat(send(to).status()).isEqualTo(201);
        return twilio.phone(to).receives().from();
    }

    @Test
    void a_service_without_senders_can_not_send() {
        isError(send("+14155550123"), 400, 21703);
    }

    @Test
    void a_number_that_is_added_sends_and_is_listed() {
        Answer added = add(SAN_FRANCISCO);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.sid()).isEqualTo(twilio.number(SAN_FRANCISCO).sid());
        assertThat(added.text("country_code")).isEqualTo("US");
        assertThat(added.json().path("capabilities").toString()).isEqualTo("[\"MMS\",\"SMS\",\"Voice\"]");
        assertThat(messaging.get(service() + "/PhoneNumbers").json().path("phone_numbers"))
                .hasSize(1);
        assertThat(messaging.get(service() + "/PhoneNumbers/" + added.sid()).text("phone_number"))
                .isEqualTo(SAN_FRANCISCO);
        assertThat(senderTo("+14155550123")).isEqualTo(SAN_FRANCISCO);
    }

    @Test
    void a_number_that_is_removed_or_released_sends_no_more() {
        String number = add(SAN_FRANCISCO).sid();
        messaging.delete(service() + "/PhoneNumbers/" + number);
        isError(send("+14155550123"), 400, 21703);

        add(SAN_FRANCISCO);
        api.delete(api.account() + "/IncomingPhoneNumbers/" + number + ".json");
        isError(send("+14155550123"), 400, 21703);
    }

    @Test
    void a_number_is_in_one_service_and_only_once() {
        add(SAN_FRANCISCO);
        isError(add(SAN_FRANCISCO), 409, 21710);

        sid = messaging.post("/v1/Services", "FriendlyName", "Other").sid();
        isError(add(SAN_FRANCISCO), 409, 21712);
    }

    @Test
    void an_unknown_number_or_short_code_is_not_found() {
        String zeros = "0".repeat(32);

        isError(messaging.post(service() + "/PhoneNumbers", "PhoneNumberSid", "PN" + zeros), 404, 20404);
        isError(messaging.post(service() + "/ShortCodes", "ShortCodeSid", "SC" + zeros), 404, 20404);
    }

    @Test
    void a_person_is_texted_from_their_area_or_country() {
        add(SAN_FRANCISCO);
        add(NEW_YORK);
        add(LONDON);

        assertThat(senderTo("+12125550123")).isEqualTo(NEW_YORK);
        assertThat(senderTo("+13125550123")).isEqualTo(SAN_FRANCISCO);
        assertThat(senderTo("+447700900123")).isEqualTo(LONDON);
        assertThat(senderTo("+33612345678")).isEqualTo(SAN_FRANCISCO);
    }

    @Test
    void without_geomatch_the_area_does_not_matter() {
        add(SAN_FRANCISCO);
        add(NEW_YORK);
        messaging.post(service(), "AreaCodeGeomatch", "false");

        assertThat(senderTo("+12125550123")).isEqualTo(SAN_FRANCISCO);
    }

    @Test
    void a_sticky_service_keeps_the_sender_of_a_person() {
        add(SAN_FRANCISCO);
        assertThat(senderTo("+12125550123")).isEqualTo(SAN_FRANCISCO);
        add(NEW_YORK);

        assertThat(senderTo("+12125550123")).isEqualTo(SAN_FRANCISCO);
        messaging.post(service(), "StickySender", "false");
        assertThat(senderTo("+12125550123")).isEqualTo(NEW_YORK);
    }

    @Test
    void a_name_texts_where_carriers_take_it() {
        add(SAN_FRANCISCO);
        Answer added = messaging.post(service() + "/AlphaSenders", "AlphaSender", "ACME");

        assertThat(senderTo("+447700900123")).isEqualTo("ACME");
        assertThat(senderTo("+14155550123")).isEqualTo(SAN_FRANCISCO);
        messaging.delete(service() + "/AlphaSenders/" + added.sid());
        assertThat(senderTo("+447700900124")).isEqualTo(SAN_FRANCISCO);
        isError(messaging.post(service() + "/AlphaSenders", "AlphaSender", "much too long a name"), 400, 20001);
    }

    @Test
    void a_short_code_is_preferred_in_its_country() {
        add(SAN_FRANCISCO);
        String code = twilio.addResource(
                "https://api.twilio.com" + api.account() + "/SMS/ShortCodes.json", Map.of("short_code", "12345"));
        assertThat(messaging
                        .post(service() + "/ShortCodes", "ShortCodeSid", code)
                        .text("short_code"))
                .isEqualTo("12345");

        assertThat(senderTo("+14155550123")).isEqualTo("12345");
        assertThat(senderTo("+447700900123")).isEqualTo(SAN_FRANCISCO);
    }

    @Test
    void an_address_on_a_channel_texts_people_there() {
        add(SAN_FRANCISCO);
        String sender = twilio.addResource(
                "https://messaging.twilio.com/v2/Channels/Senders", Map.of("sender_id", "whatsapp:+14155550199"));
        Answer added = messaging.post(service() + "/ChannelSenders", "Sid", sender);

        assertThat(added.text("sender_type")).isEqualTo("WhatsApp");
        twilio.number("whatsapp:+14155550199");
        twilio.phone("whatsapp:+14155550123").textsTo("whatsapp:+14155550199", "hi");
        assertThat(senderTo("whatsapp:+14155550123")).isEqualTo("whatsapp:+14155550199");
        assertThat(senderTo("+14155550123")).isEqualTo(SAN_FRANCISCO);
    }

    @Test
    void a_text_to_a_sender_goes_to_the_service_unless_its_numbers_answer() {
        twilio.mount("https://app.example", request -> WebhookResponse.text(request.path()));
        twilio.number(SAN_FRANCISCO).onText("https://app.example/number");
        add(SAN_FRANCISCO);
        messaging.post(service(), "InboundRequestUrl", "https://app.example/service");

        twilio.phone("+14155550123").textsTo(SAN_FRANCISCO, "hello").receives("/service");
        messaging.post(service(), "UseInboundWebhookOnNumber", "true");
        twilio.phone("+14155550123").textsTo(SAN_FRANCISCO, "hello").receives("/number");
    }
}
