package dev.parlance.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioRuleTest {
    private static final Secret TOKEN = Secret.of("12345");
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    /** The example in Twilio's documentation. */
    @Test
    void a_form_has_the_published_signature() {
        List<NameAndValue> form = List.of(
                new NameAndValue("To", "+18005551212"),
                new NameAndValue("From", "+14158675309"),
                new NameAndValue("Digits", "1234"),
                new NameAndValue("Caller", "+14158675309"),
                new NameAndValue("CallSid", "CA1234567890ABCDE"));

        assertThat(TwilioRule.signature(URL, form, TOKEN)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void equal_parameters_count_once() {
        NameAndValue first = new NameAndValue("MediaUrl", "a");
        NameAndValue second = new NameAndValue("MediaUrl", "b");

        assertThat(TwilioRule.signature(URL, List.of(second, first, second), TOKEN))
                .isEqualTo(TwilioRule.signature(URL, List.of(first, second), TOKEN));
    }
}
