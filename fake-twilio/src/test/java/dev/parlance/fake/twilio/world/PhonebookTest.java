package dev.parlance.fake.twilio.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which phones the fake keeps although nobody uses them. */
class PhonebookTest {
    private final Phonebook<Handset> phones = new Phonebook<>(Handset::new);

    @Test
    void a_phone_that_was_only_looked_at_is_not_kept() {
        phones.get("rcs:+5215512345678");

        assertThat(phones.size()).isZero();
    }

    @Test
    void a_phone_on_another_channel_is_kept() {
        phones.get("rcs:+5215512345678").setOnChannel(true);
        phones.get("whatsapp:+5215512345678").setOnChannel(false);

        assertThat(phones.size()).isEqualTo(2);
    }
}
