package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.voice.OutgoingCall.StatusCallback;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone whom a Dial rings.
 *
 * @param noun the element that names them, which is the Dial itself if it only contains a number
 */
record DialTarget(Verb noun, String address) {
    private static final Set<String> NOUNS = Set.of("Application", "Client", "Number", "Sim", "Sip", "WhatsApp");

    static List<DialTarget> of(Verb dial) {
        List<DialTarget> targets = dial.children().stream()
                .filter(child -> NOUNS.contains(child.name()))
                .map(noun -> new DialTarget(noun, address(noun)))
                .toList();
        return targets.isEmpty() && !dial.text().isEmpty()
                ? List.of(new DialTarget(dial, PhoneNumbers.normalized(dial.text())))
                : targets;
    }

    private static String address(Verb noun) {
        return switch (noun.name()) {
            case "Client" -> "client:" + child(noun, "Identity").orElse(noun.text());
            case "Application" -> "app:" + child(noun, "ApplicationSid").orElse(noun.text());
            default -> PhoneNumbers.normalized(noun.text());
        };
    }

    private static Optional<String> child(Verb noun, String name) {
        return noun.children().stream()
                .filter(child -> child.name().equals(name))
                .map(Verb::text)
                .findFirst();
    }

    boolean isCallable() {
        return noun.name().equals("Client") || Telephony.isCallable(address);
    }

    boolean isPhone() {
        return noun.name().equals("Number") || noun.name().equals("Dial");
    }

    /** The document for the called person, before they are connected. */
    Optional<Hook> whisper(Leg leg) {
        return noun.name().equals("Dial")
                ? Optional.empty()
                : noun.attribute("url").map(url -> Hook.of(leg.absolute(url), noun.method("method")));
    }

    StatusCallback statusCallback(Leg leg) {
        return noun.attribute("statusCallback")
                .map(url -> new StatusCallback(
                        leg.absolute(url),
                        noun.method("statusCallbackMethod"),
                        StatusCallback.events(noun.attribute("statusCallbackEvent", "completed"))))
                .orElse(StatusCallback.NONE);
    }
}
