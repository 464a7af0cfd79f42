package dev.parlance.account.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.account.browser.Decision.Browser;
import dev.parlance.account.browser.Decision.Phone;
import dev.parlance.account.browser.Decision.Reason;
import dev.parlance.account.browser.Decision.Refused;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialPlanTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private final DialPlan plan =
            DialPlan.allow("fr", "US").withHomeCountry("FR").withUsers(Set.of("luc")::contains);

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "+33 (0)6-12-34-56-78, +33612345678",
        "0033612345678, +33612345678",
        "+1 (202) 555-0123, +12025550123",
        "' 01 23 45 67 89 ', +33123456789",
        "٠٦١٢٣٤٥٦٧٨, +33612345678"
    })
    void allowed_numbers_are_dialled_in_any_spelling(String wanted, String number) {
        assertThat(plan.decide("ana", wanted)).isEqualTo(new Phone(Address.of(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "+34612345678, COUNTRY_NOT_ALLOWED",
        "+870773111632, COUNTRY_NOT_ALLOWED",
        "+8835100012345, INVALID_DESTINATION",
        "+33 899 12 34 56, PREMIUM_NUMBER",
        "+1 900 234 5678, PREMIUM_NUMBER",
        "+33 810 12 34 56, PREMIUM_NUMBER",
        "+33 800 12 34 56, KIND_NOT_ALLOWED",
        "+33 9 12 34 56 78, KIND_NOT_ALLOWED",
        "+1 800 234 5678, KIND_NOT_ALLOWED",
        "112, INVALID_DESTINATION",
        "3117, INVALID_DESTINATION",
        "+33 6, INVALID_DESTINATION",
        "+, INVALID_DESTINATION",
        "'', INVALID_DESTINATION",
        "<Number>, INVALID_DESTINATION",
        "sip:eve@evil.example, INVALID_DESTINATION",
        "1-800-FLOWERS, INVALID_DESTINATION",
        "+33612345678;ext=1, INVALID_DESTINATION",
        "eve, INVALID_DESTINATION",
        "client:eve, INVALID_DESTINATION",
        "client:luc&x, INVALID_DESTINATION"
    })
    void everything_else_is_refused_with_a_reason(String wanted, Reason reason) {
        assertThat(plan.decide("ana", wanted)).isEqualTo(new Refused(reason));
    }

    @Test
    void allows_checks_a_number_without_counting_a_call() {
        DialPlan once = plan.withLimit(1, Duration.ofMinutes(10));

        for (int i = 0; i < 3; i++) {
            assertThat(once.allows(Address.of("+12025550123"))).isTrue();
        }
        assertThat(once.allows(Address.of("whatsapp:+33612345678"))).isTrue();
        assertThat(once.allows(Address.of("+19002345678"))).isFalse();
        assertThat(once.allows(Address.of("+34612345678"))).isFalse();
        assertThat(once.allows(Address.of("client:luc"))).isFalse();
    }

    @Test
    void toll_free_and_voip_numbers_are_allowed_by_name() {
        assertThat(plan.withTollFree().decide("ana", "+1 800 234 5678"))
                .isEqualTo(new Phone(Address.of("+18002345678")));
        assertThat(plan.withVoip().decide("ana", "09 12 34 56 78")).isEqualTo(new Phone(Address.of("+33912345678")));
        assertThat(plan.withVoip().decide("ana", "+1 800 234 5678")).isEqualTo(new Refused(Reason.KIND_NOT_ALLOWED));
        DialPlan both = plan.withTollFree().withVoip();
        assertThat(both.allows(Address.of("+18002345678"))).isTrue();
        assertThat(both.allows(Address.of("+33912345678"))).isTrue();
        assertThat(both.decide("ana", "+33 899 12 34 56")).isEqualTo(new Refused(Reason.PREMIUM_NUMBER));
    }

    @Test
    void users_can_call_each_other_by_name() {
        assertThat(plan.decide("ana", "luc")).isEqualTo(new Browser("luc"));
        assertThat(plan.decide("ana", "client:luc")).isEqualTo(new Browser("luc"));
        assertThat(DialPlan.allow("FR").decide("ana", "luc")).isEqualTo(new Refused(Reason.INVALID_DESTINATION));
    }

    @Test
    void without_a_home_country_a_number_needs_a_country_code() {
        assertThat(DialPlan.allow("FR").decide("ana", "0612345678")).isEqualTo(new Refused(Reason.INVALID_DESTINATION));
        assertThat(DialPlan.allow("FR").decide("ana", "+33612345678")).isEqualTo(new Phone(Address.of("+33612345678")));
    }

    @Test
    void a_caller_without_a_name_is_refused() {
        assertThat(plan.decide("", "luc")).isEqualTo(new Refused(Reason.UNKNOWN_CALLER));
        assertThat(plan.decide("ana\n", "luc")).isEqualTo(new Refused(Reason.UNKNOWN_CALLER));
    }

    @Test
    void calls_are_limited_per_user() {
        DialPlan twice = plan.withLimit(2, Duration.ofMinutes(10)).withClock(twilio.clock());

        assertThat(twice.decide("ana", "luc")).isInstanceOf(Browser.class);
        assertThat(twice.decide("ana", "112")).isEqualTo(new Refused(Reason.INVALID_DESTINATION));
        assertThat(twice.decide("ana", "luc")).isInstanceOf(Browser.class);
        assertThat(twice.decide("ana", "luc")).isEqualTo(new Refused(Reason.TOO_MANY_CALLS));
        assertThat(twice.decide("bo", "luc")).isInstanceOf(Browser.class);

        twilio.advance(Duration.ofMinutes(10));
        assertThat(twice.decide("ana", "luc")).isInstanceOf(Browser.class);
    }

    @Test
    void an_unknown_country_is_rejected() {
        assertThatThrownBy(() -> DialPlan.allow("FR", "France")).hasMessageContaining("Unknown country code FRANCE");
    }

    @Test
    void any_input_gets_a_decision_and_only_clean_numbers_are_dialled() {
        Random random = new Random(5);
        String letters = "0123456789+-() .;,*#abcPW<&\"'\n\u0000é٣client:";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder wanted = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                wanted.append(letters.charAt(random.nextInt(letters.length())));
            }
            Decision decision = plan.withLimit(1, Duration.ofSeconds(1)).decide("ana", wanted.toString());
            if (decision instanceof Phone phone) {
                assertThat(phone.number().value()).matches("\\+(33|1)[0-9]{6,13}");
            }
        }
    }
}
