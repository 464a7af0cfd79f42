package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.PhoneLine;
import dev.parlance.fake.twilio.world.World;

/** What is known about the lines of phones. */
final class Lines {
    private Lines() {}

    static PhoneLine of(World world, String number) {
        return world.handset(number)
                .line()
                .orElseGet(
                        () -> world.owned().number(number).isPresent() ? PhoneLine.atTwilio() : PhoneLine.of(number));
    }

    static boolean isLandline(World world, String number) {
        return of(world, number).type().equals("landline");
    }

    /** The carrier as Verify and Lookup v1 show it. */
    static ObjectNode carrier(World world, String number) {
        PhoneLine line = of(world, number);
        ObjectNode carrier = Json.object();
        carrier.putNull("mobile_country_code");
        carrier.putNull("mobile_network_code");
        carrier.put("name", line.carrier().isEmpty() ? null : line.carrier());
        carrier.put("type", line.isVoip() ? "voip" : line.type());
        carrier.putNull("error_code");
        return carrier;
    }
}
