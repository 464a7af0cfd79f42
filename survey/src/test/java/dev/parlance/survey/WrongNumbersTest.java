package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.testkit.ForEachTest;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacting numbers that no carrier knows. */
class WrongNumbersTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    @ParameterizedTest
    @ValueSource(strings = {"2025550123", "+1 202 555 0123", "0012025550123", "whatsapp:2025550123", "+12345", "anna"})
    void a_wrong_number_is_refused_with_a_reason_and_nothing_is_stored(String number) {
        shop.openCoffee();
        Address person = Address.of(number);

        for (String channel : List.of(Channel.TEXT, Channel.VOICE)) {
            assertThatExceptionOfType(SurveyException.class)
                    .isThrownBy(() -> shop.surveys().start(channel, person, Invitation.plain()))
                    .withMessageContaining("is not a phone number with a country code")
                    .withMessageContaining("like +12025550123")
                    .withMessageNotContaining("5550123 is");
        }

        assertThat(shop.surveys().find(person)).isEmpty();
        assertThat(shop.surveys().results().isEmpty()).isTrue();
        assertThat(twilio.sent()).isEmpty();
    }
}
