package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "+15005550006,           phone,     +15005550006",
        "12345,                  phone,     12345",
        "whatsapp:+15005550006,  whatsapp,  +15005550006",
        "WhatsApp:+15005550006,  whatsapp,  +15005550006",
        "client:ana,             client,    ana",
        "sip:ana@example.com,    sip,       ana@example.com",
        "messenger:1234567890,   messenger, 1234567890"
    })
    void a_value_is_split_into_channel_and_id(String value, String channel, String id) {
        assertThat(Address.of(value)).isEqualTo(new Address(channel, id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15005550006", "whatsapp:+15005550006", "client:ana"})
    void value_returns_the_parsed_text(String value) {
        assertThat(Address.of(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "+5215512345678,          +521••••••5678",
        "whatsapp:+5215512345678, whatsapp:+521••••••5678",
        "+15005550006,            +150••••0006",
        "12345678,                ••••5678",
        "12345,                   ••••5",
        "client:ana,              client:•••"
    })
    void toString_masks_most_of_the_number(String value, String printed) {
        assertThat(Address.of(value)).hasToString(printed);
    }

    @Test
    void an_invalid_address_is_refused_without_being_quoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of("whatsapp: "))
                .withMessageContaining("needs 1 to 256 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Address.of("+1500555\n0006"))
                .withMessageNotContaining("0006");
    }
}
