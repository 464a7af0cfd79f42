package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.OptOuts;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.Optional;

/** Twilio's default handling of STOP, START and HELP. The application receives these texts too. */
final class Keywords {
    private final World world;

    Keywords(World world) {
        this.world = world;
    }

    /** Handles the keyword in a text, if there is one. Returns whether the application can still text this person. */
    boolean handle(String from, String to, String body, Optional<Resource> service) {
        if (!Address.of(from).isPhone()) {
            return true;
        }
        String sender = service.map(Resource::sid).orElse(to);
        switch (OptOuts.keywordIn(body)) {
            case STOP -> {
                if (world.optOuts().optOut(from, sender)) {
                    reply(
                            from,
                            to,
                            "You have successfully been unsubscribed. You will not receive any more messages from this"
                                    + " number. Reply START to resubscribe.");
                }
            }
            case START -> {
                if (world.optOuts().optIn(from, sender)) {
                    reply(
                            from,
                            to,
                            "You have successfully been re-subscribed to messages from this number. Reply HELP for help."
                                    + " Reply STOP to unsubscribe. Msg&Data Rates May Apply.");
                }
            }
            case HELP -> reply(from, to, "Reply STOP to unsubscribe. Msg&Data Rates May Apply.");
            case NONE -> {
                return !world.optOuts().isOut(from, sender);
            }
        }
        return !world.optOuts().isOut(from, sender);
    }

    private void reply(String person, String number, String body) {
        world.addText(world.handset(person), new Bubble(false, number, body, List.of(), ""));
        world.log().add(Kind.TEXT, "%s -> %s by Twilio itself: %s".formatted(number, person, body));
    }
}
