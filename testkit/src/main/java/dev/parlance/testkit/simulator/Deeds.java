package dev.parlance.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.prompt.SmsText;
import dev.parlance.testkit.messaging.Attachment;
import dev.parlance.testkit.messaging.Messaging;
import dev.parlance.testkit.voice.Leg;
import dev.parlance.testkit.voice.Line.Answering;
import dev.parlance.testkit.voice.Telephony;
import dev.parlance.testkit.world.Handset.Undelivered;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the person before the page does with a phone. */
final class Deeds {
    private final World world;
    private final Messaging messaging;
    private final Telephony telephony;
    private final People people;
    private final Runnable changed;

    Deeds(World world, Messaging messaging, Telephony telephony, People people, Runnable changed) {
        this.world = world;
        this.messaging = messaging;
        this.telephony = telephony;
        this.people = people;
        this.changed = changed;
    }

    void addPhone(Wish wish) {
        people.add(wish.text("number").strip(), wish.text("name", "").strip());
    }

    /** What the phone does when it is called, and whether texts and calls come through. */
    void setPhone(Wish wish) {
        String number = wish.text("number");
        if (wish.has("answering")) {
            Answering answering = Answering.valueOf(wish.text("answering").toUpperCase(Locale.ROOT));
            telephony.line(number).set(answering, wish.text("greeting", "Please leave a message."));
        }
        if (wish.has("reception")) {
            setReception(number, wish.flag("reception"));
        }
    }

    private void setReception(String number, boolean reception) {
        world.handset(number).setReception(reception ? Optional.empty() : Optional.of(Undelivered.UNREACHABLE));
        telephony.line(number).set(reception ? Answering.RINGS : Answering.FAILED, "");
    }

    void text(Wish wish) {
        String body = wish.text("body");
        List<Attachment> media = new ArrayList<>();
        for (JsonNode some : wish.list("media")) {
            byte[] content = Base64.getDecoder().decode(some.path("base64").asText());
            media.add(new Attachment(some.path("type").asText("application/octet-stream"), content));
        }
        if (body.length() > SmsText.LONGEST || (body.isEmpty() && media.isEmpty())) {
            throw new IllegalArgumentException("A text has between 1 and " + SmsText.LONGEST + " characters.");
        }
        messaging.receive(wish.text("from"), wish.text("to"), body, media);
    }

    void call(Wish wish) {
        telephony.receive(wish.text("from"), wish.text("to"));
    }

    /** Something done in a call that rings or is under way. */
    void inCall(Wish wish) {
        String sid = wish.text("call");
        Resource call = world.owned()
                .calls()
                .find(sid)
                .orElseThrow(() -> new IllegalArgumentException("There is no call " + sid));
        Leg leg = telephony.leg(call);
        if (leg.isOver()) {
            throw new IllegalStateException("The call is over.");
        }
        switch (wish.text("deed")) {
            case "answer" -> leg.pickedUp();
            case "decline" -> leg.declined();
            case "keys" -> leg.keys(keys(wish), false);
            case "say" -> say(leg, wish);
            case "listen" -> leg.patience();
            case "silence" -> leg.silence();
            case "hangUp" -> leg.hangUp();
            case "loseConnection" -> {
                setReception(leg.person(), false);
                leg.hangUp();
            }
            default -> throw new IllegalArgumentException("Nobody can do that in a call: " + wish.text("deed"));
        }
    }

    private static String keys(Wish wish) {
        String keys = wish.text("keys");
        if (!keys.matches("[0-9*#]{1,32}")) {
            throw new IllegalArgumentException("The keys of a phone are 0 to 9, * and #.");
        }
        return keys;
    }

    /** What is said into a recording ends when the speaker does; what is asked for is taken at once. */
    private void say(Leg leg, Wish wish) {
        leg.speech(wish.text("text").strip(), wish.number("confidence", 0.95), false);
        changed.run();
        leg.patience();
    }
}
