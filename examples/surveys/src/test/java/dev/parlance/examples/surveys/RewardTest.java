package dev.parlance.examples.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people get from the survey {@code reward}, also if the shop's server is busy. */
class RewardTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final ShopServer shop = new ShopServer();

    private static final String PERSON = "+12025550143";

    private final FakePhone ana = twilio.phone(PERSON);
    private TwilioAccount account;
    private Surveys surveys;

    @BeforeEach
    void open() throws IOException {
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        surveys = Gallery.run(Path.of("gallery", "reward"), twilio, account, shop, DocumentStore.inMemory());
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private String answer(String question) {
        Session session = surveys.find(Address.of(PERSON)).orElseThrow();
        return session.answer(question).orElseThrow().text();
    }

    @Test
    void credit_is_sent_after_the_survey_if_the_server_was_busy() {
        shop.isBusy(true);
        ana.texts("hi").receives("How was your visit").texts("5").receives("What may we give you");
        ana.texts("2").receives("The credit is under way.");
        assertThat(shop.given()).isEmpty();

        shop.isBusy(false);
        twilio.advance(Duration.ofMinutes(10));
        surveys.runDue();

        assertThat(shop.given()).containsExactly("POST /airtime");
        assertThat(shop.keys()).hasSize(2).containsOnly(shop.keys().get(0));
        assertThat(answer("airtime")).isEqualTo("ok");
    }

    @Test
    void a_coupon_is_given_once_even_if_the_person_goes_back() {
        ana.texts("hi").receives("How was your visit").texts("5").receives("What may we give you");
        ana.texts("1").receives("Your coupon is TEN-4711.").texts("hello").receives("already");

        assertThat(shop.given()).containsExactly("POST /coupons");
        assertThat(answer("code")).isEqualTo("TEN-4711");
    }

    @Test
    void a_person_learns_at_once_that_there_is_no_coupon_now() {
        shop.isBusy(true);
        ana.texts("hi").receives("How was your visit").texts("5").receives("What may we give you");

        ana.texts("1").receives("Show this message at the till to get your discount.");

        assertThat(answer("coupon")).isEqualTo("failed");
    }
}
