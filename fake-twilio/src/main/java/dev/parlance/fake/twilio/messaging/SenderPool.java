package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.Recent;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the sender of a messaging service for a person. */
final class SenderPool {
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,6}");
    /** Countries whose carriers don't take texts from names. */
    private static final Set<String> WITHOUT_NAMES = Set.of("US", "CA", "PR", "MX", "BR", "CL", "CO", "CN", "KR", "ZA");

    private final World world;
    private final Recent<String> lastSenders;

    SenderPool(World world) {
        this.world = world;
        this.lastSenders = new Recent<>(world.retention());
    }

    /**
     * The sender for a person: the last one if the service is sticky, otherwise a short code, a name, or the number that is
     * nearest to the person.
     *
     * @throws ApiError 21703 if the service has no sender for this person
     */
    String choose(Resource service, String to) {
        List<String> senders = new ArrayList<>(usable(service, to));
        boolean isSticky = service.is("sticky_sender", "true");
        String key = service.sid() + " " + to;
        String last = isSticky ? lastSenders.get(key).orElse(null) : null;
        if (last != null && senders.contains(last)) {
            return last;
        }
        Person person = new Person(NumberDetails.of(to), service.is("area_code_geomatch", "true"));
        senders.sort(Comparator.comparingInt(person::distance)); // keeps the order of equal ones
        String chosen = senders.stream()
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest(
                        21703, "The Messaging Service does not have a phone number available to send a message"));
        lastSenders.put(key, chosen);
        return chosen;
    }

    private List<String> usable(Resource service, String to) {
        String channel = Address.of(to).channel();
        String country = NumberDetails.of(to).country();
        List<String> usable = new ArrayList<>();
        for (var sender : service.get("_senders")) {
            String address = sender.asText();
            boolean canSend = !isName(address) || !WITHOUT_NAMES.contains(country);
            if (Address.of(address).channel().equals(channel) && isOurs(address, service) && canSend) {
                usable.add(address);
            }
        }
        return usable;
    }

    /** Whether the account still owns the number; other senders have no resource. */
    private boolean isOurs(String sender, Resource service) {
        return !sender.startsWith("+")
                || world.owned()
                        .number(sender)
                        .filter(owned -> owned.is("account_sid", service.text("account_sid")))
                        .isPresent();
    }

    private static boolean isName(String sender) {
        return Address.of(sender).isPhone()
                && !sender.startsWith("+")
                && !SHORT_CODE.matcher(sender).matches();
    }

    private record Person(NumberDetails number, boolean matchesAreas) {
        /** How far a sender is: the lowest is the best. */
        int distance(String sender) {
            if (SHORT_CODE.matcher(sender).matches()) {
                return number.callingCode().equals("1") ? 0 : 5;
            }
            if (isName(sender)) {
                return 1;
            }
            NumberDetails other = NumberDetails.of(sender);
            if (!other.country().equals(number.country())) {
                return 4;
            }
            return matchesAreas && other.areaCode().equals(number.areaCode()) ? 2 : 3;
        }
    }
}
