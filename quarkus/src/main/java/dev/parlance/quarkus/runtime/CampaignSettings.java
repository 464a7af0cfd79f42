package dev.parlance.quarkus.runtime;

import dev.parlance.survey.ContactHours;
import dev.parlance.survey.DailyLimits;
import dev.parlance.survey.Pace;
import dev.parlance.survey.SurveysBuilder;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Sets how campaigns contact people, by channel. */
record CampaignSettings(Map<String, ParlanceConfig.Campaigns> channels, ZoneId zone) {
    void applyTo(SurveysBuilder surveys) {
        channels.forEach((channel, settings) -> apply(surveys, channel, settings));
        surveys.dailyLimits(dailyLimits());
    }

    private DailyLimits dailyLimits() {
        DailyLimits limits = DailyLimits.in(zone);
        for (Map.Entry<String, ParlanceConfig.Campaigns> each : channels.entrySet()) {
            OptionalInt perDay = each.getValue().perDay();
            OptionalInt perSender = each.getValue().perDayAndSender();
            limits = perDay.isPresent() ? limits.withTotal(each.getKey(), perDay.getAsInt()) : limits;
            limits = perSender.isPresent() ? limits.withPerSender(each.getKey(), perSender.getAsInt()) : limits;
        }
        return limits;
    }

    private static void apply(SurveysBuilder surveys, String channel, ParlanceConfig.Campaigns settings) {
        if (settings.perSecond().isPresent()) {
            Pace pace = Pace.perSecond(settings.perSecond().getAsDouble());
            surveys.campaignPace(
                    channel, settings.sender().map(pace::withSender).orElse(pace));
        } else if (settings.sender().isPresent()) {
            throw new IllegalArgumentException("A sender of campaigns needs per-second, too");
        }
        Set<DayOfWeek> days = settings.days().orElse(Set.of());
        if (settings.hours().isPresent() || !days.isEmpty()) {
            ContactHours hours = settings.hours().map(ContactHours::of).orElse(ContactHours.ALWAYS);
            surveys.campaignHours(channel, days.isEmpty() ? hours : hours.on(days));
        }
    }
}
