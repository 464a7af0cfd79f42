package com.example.hello;

import dev.parlance.spring.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Controller;

@SpringBootApplication
@Controller
public class HelloApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(HelloApplication.class, arguments);
    }

    @TwilioWebhook("/sms")
    MessageTwiml text(IncomingMessage message) {
        return MessageTwiml.reply("You said: " + message.body());
    }

    @TwilioWebhook("/voice")
    VoiceTwiml call(IncomingCall call) {
        return VoiceTwiml.create().say("Hello. Text me instead.").hangup();
    }
}
