package com.example.hello;

import dev.parlance.quarkus.TwilioWebhook;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.twiml.VoiceTwiml;
import dev.parlance.webhook.IncomingCall;
import dev.parlance.webhook.IncomingMessage;

public class HelloResource {
    @TwilioWebhook("/sms")
    public MessageTwiml text(IncomingMessage message) {
        return MessageTwiml.reply("You said: " + message.body());
    }

    @TwilioWebhook("/voice")
    public VoiceTwiml call(IncomingCall call) {
        return VoiceTwiml.create().say("Hello. Text me instead.").hangup();
    }
}
