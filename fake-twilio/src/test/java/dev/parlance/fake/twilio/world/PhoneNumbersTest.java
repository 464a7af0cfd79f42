package dev.parlance.fake.twilio.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "(415) 555-0009, +14155550009",
        "415-555-0009, +14155550009",
        "415.555.0009, +14155550009",
        "14155550009, +14155550009",
        "+1 (415) 555-0009, +14155550009",
        "+52 1 55 1234 5678, +5215512345678",
        "5215512345678, 5215512345678",
        "12345, 12345",
        "whatsapp:+14155550009, whatsapp:+14155550009",
        "client:ana, client:ana",
        "COFFEE, COFFEE"
    })
    void numbers_of_north_america_can_be_written_in_many_ways(String written, String read) {
        assertThat(PhoneNumbers.normalized(written)).isEqualTo(read);
    }
}
