package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnedNumbersTest {
    private static final URI SMS = URI.create("https://hooks.example.com/sms");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private OwnedNumbers numbers;
    private String sid;

    @BeforeEach
    void setUp() {
        numbers = fake.account().numbers();
        sid = twilio.number(OUR_NUMBER).sid();
    }

    @Test
    void the_list_has_capabilities_and_webhooks_of_each_number() {
        twilio.number(OUR_NUMBER).onText(SMS);

        List<OwnedNumber> all = numbers.list().toList();

        assertThat(all).hasSize(1);
        OwnedNumber number = all.get(0);
        assertThat(number.sid()).isEqualTo(sid);
        assertThat(number.number()).isEqualTo(Address.of(OUR_NUMBER));
        assertThat(number.sms() && number.mms() && number.voice()).isTrue();
        assertThat(number.webhook(WebhookType.TEXTS).webhook()).contains(Webhook.post(SMS));
        assertThat(number.webhook(WebhookType.CALLS).webhook()).isEmpty();
        assertThat(number).hasToString("OwnedNumber[" + sid + ", +150••••0100]");
        assertThat(fake.form("GET", "/IncomingPhoneNumbers.json")).containsOnly(entry("PageSize", List.of("50")));
    }

    @Test
    void the_list_covers_several_pages() {
        IntStream.range(200, 260).forEach(i -> twilio.number("+15005550" + i));

        assertThat(numbers.list().map(OwnedNumber::sid).distinct()).hasSize(61);
    }

    @Test
    void find_matches_the_whole_number() {
        assertThat(numbers.find(Address.of(OUR_NUMBER))).map(OwnedNumber::sid).contains(sid);
        assertThat(numbers.find(Address.of("+1500555"))).isEmpty();
    }
}
