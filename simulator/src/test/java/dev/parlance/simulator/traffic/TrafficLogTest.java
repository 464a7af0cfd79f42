package dev.parlance.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class TrafficLogTest {
    private final TrafficLog log = new TrafficLog(3, 100_000);

    private static LongFunction<Entry> webhook(String body, String... sids) {
        return number -> {
            WebhookRequest request =
                    WebhookRequest.post("https://app.example/sms").withForm("Body", body);
            Exchange exchange = Exchange.begun(request, Optional.empty(), "", 0);
            return new Entry(
                    number,
                    Instant.EPOCH,
                    Kind.WEBHOOK,
                    Optional.of(exchange),
                    new Subject("+1", "", Set.of(sids)),
                    List.of());
        };
    }

    private static List<Long> numbers(List<Entry> entries) {
        return entries.stream().map(Entry::number).toList();
    }

    @Test
    void it_forgets_the_oldest_entries_when_there_are_too_many() {
        for (int i = 0; i < 5; i++) {
            log.add(webhook("text", "SM" + i));
        }

        TrafficLog.Part part = log.last(10);
        assertThat(numbers(part.entries())).containsExactly(3L, 4L, 5L);
        assertThat(part.first()).isEqualTo(3);
        assertThat(part.total()).isEqualTo(3);
        assertThat(log.naming("SM0")).isEmpty();
        assertThat(numbers(log.naming("SM4"))).containsExactly(5L);
    }

    @Test
    void it_forgets_the_oldest_entries_when_they_are_too_large_but_keeps_the_newest() {
        log.add(webhook("small"));
        log.add(webhook("x".repeat(200_000)));

        assertThat(numbers(log.last(10).entries())).containsExactly(2L);
    }

    @Test
    void a_changed_entry_is_returned_once_as_it_is_now() {
        long one = log.add(webhook("one"));
        log.add(webhook("two"));
        long seen = log.last(10).change();

        log.change(one, entry -> entry.withNote("first"));
        log.change(one, entry -> entry.withNote("second"));
        log.change(99, entry -> entry.withNote("nobody"));

        TrafficLog.Part part = log.since(seen, 10);
        assertThat(part.entries()).singleElement().extracting(Entry::notes).isEqualTo(List.of("first", "second"));
        assertThat(log.since(part.change(), 10).entries()).isEmpty();
    }

    @Test
    void many_changes_are_returned_in_parts() {
        long start = log.last(1).change();
        for (int i = 0; i < 3; i++) {
            log.add(webhook("text"));
        }

        TrafficLog.Part first = log.since(start, 2);
        TrafficLog.Part second = log.since(first.change(), 2);

        assertThat(numbers(first.entries())).containsExactly(1L, 2L);
        assertThat(numbers(second.entries())).containsExactly(3L);
    }

    @Test
    void a_listener_is_notified_of_each_change() {
        AtomicInteger changes = new AtomicInteger();
        log.onChange(changes::incrementAndGet);

        long number = log.add(webhook("text"));
        log.change(number, entry -> entry.withNote("note"));
        log.clear();

        assertThat(changes).hasValue(3);
        assertThat(log.last(10).entries()).isEmpty();
    }
}
