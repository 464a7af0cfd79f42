package com.example.orders;

import dev.parlance.spring.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class OrderDesk {
    private final Orders orders;

    OrderDesk(Orders orders) {
        this.orders = orders;
    }

    @TwilioWebhook("/sms")
    Mono<MessageTwiml> text(IncomingMessage message) {
        return orders.status(message.body()).map(status -> MessageTwiml.reply("Your order is " + status + "."));
    }
}
