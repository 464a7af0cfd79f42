package com.example.dev;

import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;

/** Repeats each text, and sends another one through the account. */
public class EchoResource {
    private final TextSender texts;

    EchoResource(TextSender texts) {
        this.texts = texts;
    }

    @TwilioWebhook("/sms")
    public MessageTwiml echo(IncomingMessage message) {
        texts.send(TextMessage.to(message.from(), "Sent: " + message.body()));
        return MessageTwiml.reply("You said: " + message.body());
    }
}
