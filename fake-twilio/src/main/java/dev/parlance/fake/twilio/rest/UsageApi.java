package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Resources;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the accounts used: the texts, calls, recordings and numbers of the fake, by category and period. Nothing costs anything. */
final class UsageApi {
    private static final String RECORDS = "/2010-04-01/Accounts/{account_sid}/Usage/Records";

    private final World world;
    private final GenericApi generic;
    private final ForgottenUsage forgotten;

    UsageApi(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
        this.forgotten = new ForgottenUsage(world.owned());
    }

    void routes(Routes routes) {
        LocalDate first = day(World.START);
        Map<String, Function<LocalDate, List<UsagePeriod>>> periods = Map.of(
                "", today -> List.of(new UsagePeriod(first, today)),
                "/AllTime", today -> List.of(new UsagePeriod(first, today)),
                "/Today", today -> List.of(new UsagePeriod(today, today)),
                "/Yesterday", today -> List.of(new UsagePeriod(today.minusDays(1), today.minusDays(1))),
                "/ThisMonth", today -> List.of(UsagePeriod.month(today)),
                "/LastMonth", today -> List.of(UsagePeriod.month(today.minusMonths(1))),
                "/Daily", today -> UsagePeriod.days(first, today),
                "/Monthly", today -> UsagePeriod.months(first, today),
                "/Yearly", today -> UsagePeriod.years(first, today));
        periods.forEach((path, split) -> routes.get(RECORDS + path, generic.handler(it -> records(it, split))));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private WebhookResponse records(GenericRequest it, Function<LocalDate, List<UsagePeriod>> split) {
        LocalDate today = day(world.clock().instant());
        LocalDate start = date(it.query("StartDate"), LocalDate.MIN, today);
        LocalDate end = date(it.query("EndDate"), LocalDate.MAX, today);
        UsageCount count = new UsageCount(world, forgotten.events(), account -> isWanted(it, account));
        List<Resource> records = new ArrayList<>();
        for (UsagePeriod period : split.apply(today)) {
            period.within(start, end)
                    .ifPresent(part -> count.in(part).forEach((category, use) -> {
                        if (it.query("Category").isEmpty()
                                || it.query("Category").equals(category)) {
                            records.add(record(it, category, part, use));
                        }
                    }));
        }
        return generic.page(it, records);
    }

    private boolean isWanted(GenericRequest it, String account) {
        String own = it.place().account();
        return account.equals(own)
                || (!it.query("IncludeSubaccounts").equalsIgnoreCase("false")
                        && Login.canAccess(world.accounts().get(own), world, account));
    }

    /** A date, or a number of days from today: {@code -30days}. */
    private static LocalDate date(String text, LocalDate fallback, LocalDate today) {
        if (text.isEmpty()) {
            return fallback;
        }
        return text.matches("[+-]?\\d{1,5}days?")
                ? today.plusDays(Integer.parseInt(text.replaceAll("\\+|days?", "")))
                : LocalDate.ofInstant(ClientTime.any(text), ZoneOffset.UTC);
    }

    private Resource record(GenericRequest it, String category, UsagePeriod period, UsageCount.Use use) {
        ObjectNode fields = Json.object();
        fields.put("account_sid", it.place().account());
        fields.put("api_version", "2010-04-01");
        fields.put("as_of", world.clock().instant().toString().replaceFirst("(\\.\\d+)?Z$", "+00:00"));
        fields.put("category", category);
        fields.put("count", Long.toString(use.count()));
        fields.put("count_unit", use.unit());
        fields.put("description", UsageCount.description(category));
        fields.put("start_date", period.start().toString());
        fields.put("end_date", period.end().toString());
        fields.put("price", 0);
        fields.put("price_unit", "usd");
        fields.put("usage", Long.toString(use.usage()));
        fields.put("usage_unit", use.usageUnit());
        String key = category + "-" + period.start();
        return new Resources().add("", key, fields, world.clock().instant());
    }
}
