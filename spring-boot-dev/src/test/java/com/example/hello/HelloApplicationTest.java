package com.example.hello;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.spring.test.ParlanceTest;
import org.junit.jupiter.api.Test;

@ParlanceTest
class HelloApplicationTest {
    @Test
    void a_text_gets_a_reply(FakePhone ana) {
        ana.texts("good morning").receives("You said: good morning");
    }

    @Test
    void a_caller_is_asked_to_text(FakePhone ana, FakePhone ben) {
        ana.calls("+15005550100").hears("Text me instead");
        ben.texts("hi").receives("You said: hi");
    }
}
