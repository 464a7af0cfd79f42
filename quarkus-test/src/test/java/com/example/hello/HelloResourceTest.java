package com.example.hello;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.quarkus.test.WithFakeTwilio;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithFakeTwilio
class HelloResourceTest {
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
