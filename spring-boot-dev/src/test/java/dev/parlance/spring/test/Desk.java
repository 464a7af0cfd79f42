package dev.parlance.spring.test;

import dev.parlance.spring.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;
import java.time.Clock;
import org.springframework.stereotype.Controller;

@Controller
class Desk {
    private final Clock clock;

    Desk(Clock clock) {
        this.clock = clock;
    }

    @TwilioWebhook("/sms")
    MessageTwiml text(IncomingMessage message) {
        return MessageTwiml.reply("You said: " + message.body() + " at " + clock.instant());
    }

    @TwilioWebhook("/voice")
    VoiceTwiml call(IncomingCall call) {
        return VoiceTwiml.create().say("Hello").hangup();
    }
}
