package dev.parlance.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureFakeTwilio
class FakeTwilioInSpringBootTest {
    @RepeatedTest(2)
    void the_only_number_has_the_webhooks_of_the_application(FakePhone ana) {
        assertThat(ana.texts("hello").receives().body()).startsWith("You said: hello");
        assertThat(ana.inbox()).hasSize(1);
    }

    @Test
    void the_whole_application_is_there(@Autowired Archive archive) {
        assertThat(archive).isNotNull();
    }
}
