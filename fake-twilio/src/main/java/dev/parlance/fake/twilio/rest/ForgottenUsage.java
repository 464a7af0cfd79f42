package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.rest.UsageCount.Event;
import dev.parlance.fake.twilio.world.Owned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The usage of texts, calls and recordings that the fake has forgotten: one sum per account, day and category. */
final class ForgottenUsage {
    private final Map<List<Object>, Event> sums = new LinkedHashMap<>();

    ForgottenUsage(Owned owned) {
        owned.messages().onForget(text -> UsageCount.ofText(text).ifPresent(this::add));
        owned.calls().onForget(call -> UsageCount.ofCall(call).ifPresent(this::add));
        owned.recordings()
                .onForget(recording -> UsageCount.ofRecording(recording).ifPresent(this::add));
    }

    private synchronized void add(Event event) {
        List<Object> key = List.of(event.account(), event.day(), event.categories());
        sums.merge(
                key,
                event,
                (sum, more) -> new Event(
                        sum.account(),
                        sum.day(),
                        sum.categories(),
                        sum.times() + more.times(),
                        sum.amount() + more.amount()));
    }

    synchronized List<Event> events() {
        return List.copyOf(sums.values());
    }
}
