package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.world.Handset.Undelivered;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.Optional;
import java.util.regex.Pattern;

/** The registration that texts between US numbers need, if the test asks for it. */
final class Campaigns {
    private static final Pattern TOLL_FREE = Pattern.compile("\\+18(?:00|33|44|55|66|77|88)\\d{7}");
    private static final Undelivered UNREGISTERED = new Undelivered(30034, "Message from an Unregistered Number");

    private Campaigns() {}

    /** Why carriers refuse a text; empty if they don't. */
    static Optional<Undelivered> refusal(World world, Resource message, String sender) {
        boolean isConcerned = world.needsCampaigns()
                && isInUs(world, sender)
                && isInUs(world, message.text("to"))
                && !TOLL_FREE.matcher(sender).matches();
        return isConcerned && !isRegistered(world, message, sender) ? Optional.of(UNREGISTERED) : Optional.empty();
    }

    private static boolean isInUs(World world, String number) {
        return number.startsWith("+") && world.handset(number).place().country().equals("US");
    }

    private static boolean isRegistered(World world, Resource message, String sender) {
        Optional<String> service = message.filled("messaging_service_sid")
                .or(() -> world.owned().serviceOf(sender).map(Resource::sid));
        return service.isPresent()
                && world.resources()
                        .first(
                                message.text("account_sid") + " messaging/v1/Services/" + service.get()
                                        + "/Compliance/Usa2p",
                                campaign -> campaign.is("campaign_status", "VERIFIED"))
                        .isPresent();
    }
}
