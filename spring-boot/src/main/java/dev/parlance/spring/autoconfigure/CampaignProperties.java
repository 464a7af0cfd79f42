package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.ContactHours;
import dev.parlance.survey.DailyLimits;
import dev.parlance.survey.Pace;
import dev.parlance.survey.SurveysBuilder;
import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How campaigns contact people on a channel, if they are created without a pace or hours.
 *
 * @param perSecond how many people a second
 * @param sender the name of the sender, if the store is used with several
 * @param perDay how many people a day in total
 * @param perDayAndSender how many people a day through one sender
 * @param hours the hours in each person's time zone, such as 10:00-20:00
 * @param days the days of the week; default: every day
 */
record CampaignProperties(
        @Nullable Double perSecond,
        @Nullable String sender,
        @Nullable Integer perDay,
        @Nullable Integer perDayAndSender,
        @Nullable String hours,
        @DefaultValue Set<DayOfWeek> days) {
    CampaignProperties {
        days = Set.copyOf(days);
        if (perSecond == null && sender != null) {
            throw new IllegalArgumentException("A sender of campaigns needs per-second, too");
        }
    }

    DailyLimits addTo(DailyLimits limits, String channel) {
        DailyLimits inTotal = perDay == null ? limits : limits.withTotal(channel, perDay);
        return perDayAndSender == null ? inTotal : inTotal.withPerSender(channel, perDayAndSender);
    }

    void applyTo(SurveysBuilder surveys, String channel) {
        if (perSecond != null) {
            Pace pace = Pace.perSecond(perSecond);
            surveys.campaignPace(channel, sender == null ? pace : pace.withSender(sender));
        }
        if (hours != null || !days.isEmpty()) {
            ContactHours times = hours == null ? ContactHours.ALWAYS : ContactHours.of(hours);
            surveys.campaignHours(channel, days.isEmpty() ? times : times.on(days));
        }
    }
}
