package dev.parlance.account;

import static dev.parlance.account.LocalTwilio.API;
import static dev.parlance.account.LocalTwilio.APPLICATION_SID;
import static dev.parlance.account.LocalTwilio.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.Address;
import dev.parlance.account.LocalTwilio.Sent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnedNumbersTest {
    private static final String SID = "PN" + "6".repeat(32);
    private static final URI SMS = URI.create("https://hooks.example.com/sms");
    private static final String NUMBER = """
            {"sid": "%s", "phone_number": "+15005550006", "friendly_name": "(500) 555-0006",
             "capabilities": {"sms": true, "mms": false, "voice": true, "fax": false},
             "sms_url": "https://old.example.com/sms", "sms_method": "GET", "sms_fallback_url": "",
             "sms_fallback_method": "POST", "sms_application_sid": "",
             "voice_url": "https://old.example.com/voice", "voice_method": "POST",
             "voice_fallback_url": "https://old.example.com/voice2", "voice_fallback_method": "GET",
             "voice_application_sid": null, "status_callback": "", "status_callback_method": "POST"}
            """.formatted(SID);
    private static final NumberWebhooks BEFORE = NumberWebhooks.none()
            .sms(Webhook.get(URI.create("https://old.example.com/sms")))
            .voice(Webhook.post(URI.create("https://old.example.com/voice")))
            .voiceFallback(Webhook.get(URI.create("https://old.example.com/voice2")));

    @RegisterExtension
    final LocalTwilio twilio = new LocalTwilio();

    @Test
    void the_account_s_numbers_are_listed_with_what_they_can_and_do() {
        twilio.answers(200, page(NUMBER));

        List<OwnedNumber> numbers = twilio.account().numbers().list().toList();

        assertThat(numbers).containsExactly(new OwnedNumber(SID, Address.of(OUR_NUMBER), true, false, true, BEFORE));
        Sent sent = twilio.sent();
        assertThat(sent.path()).isEqualTo(API + "/IncomingPhoneNumbers.json");
        assertThat(sent.form()).containsOnly(entry("PageSize", List.of("50")));
    }

    @Test
    void a_number_is_found_only_when_all_of_it_matches() {
        twilio.answers(200, page(NUMBER)).answers(200, page(NUMBER));
        OwnedNumbers numbers = twilio.account().numbers();

        assertThat(numbers.find(Address.of(OUR_NUMBER))).map(OwnedNumber::sid).contains(SID);
        assertThat(numbers.find(Address.of("+1500555"))).isEmpty();
        assertThat(twilio.sent().form()).containsEntry("PhoneNumber", List.of(OUR_NUMBER));
    }

    @Test
    void changing_one_webhook_keeps_the_others_and_returns_what_was_before() {
        twilio.answers(200, NUMBER).answers(200, NUMBER);

        NumberWebhooks before = twilio.account().numbers().changeWebhooks(SID, now -> now.sms(Webhook.post(SMS)));

        assertThat(before).isEqualTo(BEFORE);
        assertThat(twilio.sent().path()).isEqualTo(API + "/IncomingPhoneNumbers/" + SID + ".json");
        Sent change = twilio.sent();
        assertThat(change.method()).isEqualTo("POST");
        assertThat(change.path()).isEqualTo(API + "/IncomingPhoneNumbers/" + SID + ".json");
        assertThat(change.form())
                .containsOnly(
                        entry("SmsUrl", List.of(SMS.toString())),
                        entry("SmsMethod", List.of("POST")),
                        entry("SmsFallbackUrl", List.of("")),
                        entry("SmsApplicationSid", List.of("")),
                        entry("VoiceUrl", List.of("https://old.example.com/voice")),
                        entry("VoiceMethod", List.of("POST")),
                        entry("VoiceFallbackUrl", List.of("https://old.example.com/voice2")),
                        entry("VoiceFallbackMethod", List.of("GET")),
                        entry("VoiceApplicationSid", List.of("")),
                        entry("StatusCallback", List.of("")));
    }

    @Test
    void what_was_before_can_be_set_again() {
        twilio.answers(200, page(NUMBER)).answers(200, NUMBER);

        twilio.account().numbers().setWebhooks(OUR_NUMBER, BEFORE);

        twilio.sent();
        assertThat(twilio.sent().form())
                .containsEntry("SmsUrl", List.of("https://old.example.com/sms"))
                .containsEntry("SmsMethod", List.of("GET"));
    }

    @Test
    void a_webhook_takes_the_application_off_that_would_take_precedence() {
        NumberWebhooks byApplication = new NumberWebhooks(
                Optional.empty(),
                Optional.empty(),
                Optional.of(APPLICATION_SID),
                Optional.empty(),
                Optional.empty(),
                Optional.of(APPLICATION_SID),
                Optional.empty());

        NumberWebhooks changed = byApplication.sms(Webhook.post(SMS));

        assertThat(changed.smsApplication()).isEmpty();
        assertThat(changed.voiceApplication()).contains(APPLICATION_SID);
    }

    @Test
    void a_number_of_somebody_else_is_refused() {
        twilio.answers(200, page());

        assertThatThrownBy(() -> twilio.account().numbers().setWebhooks("+15005550001", NumberWebhooks.none()))
                .isInstanceOf(AccountException.class)
                .hasMessageContaining("does not own")
                .hasMessageNotContaining("+15005550001");
        assertThat(twilio.requests()).isEqualTo(1);
    }

    private static String page(String... numbers) {
        return "{\"uri\": \"/2010-04-01/Accounts\", \"page_size\": 50, \"next_page_uri\": null,"
                + " \"incoming_phone_numbers\": [" + String.join(", ", numbers) + "]}";
    }
}
