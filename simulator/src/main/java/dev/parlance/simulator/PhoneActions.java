package dev.parlance.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.Address;
import dev.parlance.fake.twilio.messaging.Attachment;
import dev.parlance.fake.twilio.messaging.Messaging;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Line.Answering;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.Handset.Undelivered;
import dev.parlance.fake.twilio.world.PhoneLine;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the user of the page does with a phone. */
final class PhoneActions {
    private static final List<String> CHANNELS = List.of("whatsapp", "rcs");

    private final World world;
    private final Messaging messaging;
    private final Telephony telephony;
    private final People people;
    private final ScriptRecorder recorder;
    private final Runnable changed;

    PhoneActions(
            World world,
            Messaging messaging,
            Telephony telephony,
            People people,
            ScriptRecorder recorder,
            Runnable changed) {
        this.world = world;
        this.messaging = messaging;
        this.telephony = telephony;
        this.people = people;
        this.recorder = recorder;
        this.changed = changed;
    }

    void addPhone(PageRequest request) {
        String number = request.text("number").strip();
        String name = request.text("name", "").strip();
        add(number, name);
        if (request.flag("landline")) {
            world.handset(number).setLine(PhoneLine.LANDLINE_PHONE);
        }
        for (String channel : CHANNELS) {
            if (request.flag(channel)) {
                add(channel + ":" + Address.of(number).id(), name);
            }
        }
    }

    private void add(String number, String name) {
        people.add(number, name);
        world.handset(number).setOnChannel(true);
    }

    /** Sets how the phone reacts to calls, and whether it has reception. */
    void setPhone(PageRequest request) {
        String number = request.text("number");
        if (request.has("answering")) {
            Answering answering = Answering.valueOf(request.text("answering").toUpperCase(Locale.ROOT));
            telephony.line(number).set(answering, request.text("greeting", "Please leave a message."));
        }
        if (request.has("reception")) {
            setReception(number, request.flag("reception"));
        }
    }

    private void setReception(String number, boolean reception) {
        world.handset(number).setReception(reception ? Optional.empty() : Optional.of(Undelivered.UNREACHABLE));
        telephony.line(number).set(reception ? Answering.RINGS : Answering.FAILED, "");
    }

    void text(PageRequest request) {
        String from = sender(request);
        String body = request.text("body");
        List<Attachment> media = new ArrayList<>();
        for (JsonNode file : request.list("media")) {
            byte[] content = Base64.getDecoder().decode(file.path("base64").asText());
            media.add(new Attachment(file.path("type").asText("application/octet-stream"), content));
        }
        if (body.length() > SmsText.MAX_LENGTH || (body.isEmpty() && media.isEmpty())) {
            throw new IllegalArgumentException("A text has between 1 and " + SmsText.MAX_LENGTH + " characters.");
        }
        recorder.text(from, request.text("to"), body);
        messaging.receive(from, request.text("to"), body, media);
    }

    void call(PageRequest request) {
        String from = sender(request);
        recorder.call(from, request.text("to"));
        telephony.receive(from, request.text("to"));
    }

    /** Refuses what is no address, since the page could not show who has written or called. */
    private static String sender(PageRequest request) {
        String from = request.text("from");
        Address.of(from);
        return from;
    }

    /** An action in a call that rings or is in progress. */
    void inCall(PageRequest request) {
        String sid = request.text("call");
        Leg leg = telephony
                .find(sid)
                .orElseThrow(() -> new IllegalArgumentException("The call is over, or there is no call " + sid));
        if (leg.isOver()) {
            throw new IllegalStateException("The call is over.");
        }
        recorder.inCall(leg, request.text("action"), request);
        switch (request.text("action")) {
            case "answer" -> leg.pickedUp();
            case "decline" -> leg.declined();
            case "keys" -> leg.keys(keys(request), false);
            case "say" -> say(leg, request);
            case "listen" -> leg.completeInput();
            case "silence" -> leg.silence();
            case "hangUp" -> leg.hangUp();
            case "loseConnection" -> {
                setReception(leg.person(), false);
                leg.hangUp();
            }
            default -> throw new IllegalArgumentException("Unknown action in a call: " + request.text("action"));
        }
    }

    private static String keys(PageRequest request) {
        String keys = request.text("keys");
        if (!keys.matches("[0-9*#]{1,32}")) {
            throw new IllegalArgumentException("Keys are 0 to 9, * and #.");
        }
        return keys;
    }

    /** A recording ends when the speaker stops. A Gather takes the answer at once. */
    private void say(Leg leg, PageRequest request) {
        leg.speech(request.text("text").strip(), request.number("confidence", 0.95), false);
        changed.run();
        leg.completeInput();
    }
}
