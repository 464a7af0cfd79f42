package com.example.orders;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.spring.test.ParlanceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

@ParlanceTest
class OrderDeskTest {
    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServices {
        @Bean
        Orders orders() {
            return order -> Mono.delay(Duration.ofMillis(1)).map(done -> order.equals("17") ? "on its way" : "unknown");
        }
    }

    @Test
    void a_text_is_answered_when_the_other_service_has_answered(FakePhone ana) {
        ana.texts("17").receives("Your order is on its way.");
    }
}
