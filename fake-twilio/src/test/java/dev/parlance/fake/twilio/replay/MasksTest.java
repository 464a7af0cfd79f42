package dev.parlance.fake.twilio.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented values in place of real ones. */
class MasksTest {
    private final Masks masks = new Masks();

    @Test
    void the_same_value_has_the_same_mask() {
        assertThat(masks.of("+14155550123")).isEqualTo(masks.of("+14155550123")).isNotEqualTo(masks.of("+14155550124"));
        assertThat(masks.of("whatsapp:+14155550123")).isEqualTo("whatsapp:" + masks.of("+14155550123"));
    }

    @ParameterizedTest
    @CsvSource({
        "+14155550123, +14155550100", // San Francisco
        "+16045550123, +16045550100", // Vancouver
        "+447700900123, +447000000001", // a British mobile phone
        "+5215512345678, +5210000000001",
        "+351912345678, +351900000001",
        "+77011234567, +77000000001", // Kazakhstan
        "+35312345678, +35310000001"
    })
    void a_number_keeps_its_country_and_length(String number, String mask) {
        assertThat(masks.of(number)).isEqualTo(mask).hasSameSizeAs(number);
    }

    @Test
    void a_mask_is_never_the_value_itself() {
        assertThat(masks.of("+14155550100")).isEqualTo("+14155550101");
        assertThat(masks.of("000001")).isEqualTo("000002");
        assertThat(masks.text("text-1")).isEqualTo("text-2");
    }

    @Test
    void a_value_keeps_its_form() {
        assertThat(masks.of("AC" + "a1b2c3d4".repeat(4))).isEqualTo("AC" + "0".repeat(32));
        assertThat(masks.of("SM" + "a1b2c3d4".repeat(4))).isEqualTo("SM" + "0".repeat(31) + "1");
        assertThat(masks.of("ada@example.org")).isEqualTo("person-1@example.com");
        assertThat(masks.of("https://ada:secret@lovelace.example/?q=1")).isEqualTo("https://example.com/url-1");
        assertThat(masks.of("918273")).isEqualTo("000001");
        assertThat(masks.of("client:ada")).isEqualTo("client:text-1");
        assertThat(masks.of("see you")).isEqualTo("text-2");
    }

    @Test
    void personal_values_within_a_text_are_masked() {
        assertThat(masks.inside("Hi, code 918273 for +14155550123 or (415) 555-0177, ada@example.org, "
                        + "https://x.example/reset?t=abc, key sk_live_abcdefghijklmnopq"))
                .isEqualTo("Hi, code 000001 for +14155550100 or (001) text-1, person-1@example.com "
                        + "https://example.com/url-1 key text-2");
    }
}
