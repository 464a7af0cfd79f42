package dev.parlance.survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What campaigns keep to if they have nothing of their own.
 *
 * @param paces the pace, by the name of a channel
 * @param hours the hours in which people are contacted, by the name of a channel
 */
record CampaignDefaults(Map<String, Pace> paces, Map<String, ContactHours> hours) {
    static final CampaignDefaults NONE = new CampaignDefaults(Map.of(), Map.of());

    CampaignDefaults {
        paces = Map.copyOf(paces);
        hours = Map.copyOf(hours);
    }

    CampaignDefaults withPace(String channel, Pace pace) {
        return new CampaignDefaults(with(paces, channel, pace), hours);
    }

    CampaignDefaults withHours(String channel, ContactHours newHours) {
        return new CampaignDefaults(paces, with(hours, channel, newHours));
    }

    private static <T> Map<String, T> with(Map<String, T> all, String channel, T value) {
        Map<String, T> more = new HashMap<>(all);
        more.put(channel, value);
        return more;
    }

    /** The names of the channels that have settings. */
    Set<String> channels() {
        Set<String> names = new HashSet<>(paces.keySet());
        names.addAll(hours.keySet());
        return names;
    }

    Pace pace(String channel) {
        return paces.getOrDefault(channel, Pace.usual(channel));
    }

    ContactHours hours(String channel) {
        return hours.getOrDefault(channel, ContactHours.ALWAYS);
    }
}
