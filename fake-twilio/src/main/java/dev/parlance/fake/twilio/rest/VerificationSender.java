package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.voice.SpokenCode;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.List;

/** Sends codes to people. They come from Twilio's own senders, so the account has neither a message nor a call. */
final class VerificationSender {
    /** A sender that is only a name, so nobody can reply. */
    private static final String SENDER = "VERIFY";

    private final World world;
    private final Telephony telephony;

    VerificationSender(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void send(Resource service, Resource verification, String channel, String sendDigits) {
        VerificationText text = new VerificationText(service, verification);
        String to = verification.text("to");
        switch (channel) {
            case "call" ->
                telephony.sayCode(
                        verification.text("account_sid"),
                        SENDER,
                        to,
                        new SpokenCode(text.spoken(), "en-US", service.is("dtmf_input_required", "true"), sendDigits));
            case "whatsapp" -> text("whatsapp:" + to, text.readInWhatsApp());
            default -> text(to, text.read());
        }
    }

    private void text(String to, String body) {
        world.background().later(() -> {
            Handset phone = world.handset(to);
            boolean arrives = phone.reception().isEmpty() && !phone.isLandline();
            if (arrives) {
                world.addText(phone, new Bubble(false, SENDER, body, List.of(), ""));
            }
            String status = arrives ? "delivered" : "undelivered";
            world.log().add(Kind.TEXT, "%s -> %s %s: %s".formatted(SENDER, to, status, body));
        });
    }
}
