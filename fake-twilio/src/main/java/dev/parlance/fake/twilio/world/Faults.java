package dev.parlance.fake.twilio.world;

import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.fault.WebhookFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Planned faults that have not happened yet. */
public final class Faults {
    private final List<Planned<ApiFault>> api = new ArrayList<>();
    private final List<Planned<WebhookFault>> webhooks = new ArrayList<>();

    private record Planned<F>(String written, Pattern pattern, F fault) {
        Planned(String written, F fault) {
            this(written, compile(written), fault);
        }

        boolean is(Armed other) {
            return written.equals(other.pattern()) && fault.toString().equals(other.fault());
        }
    }

    /**
     * A fault that waits for its requests.
     *
     * @param isWebhook whether it happens to webhooks, not to API requests
     * @param pattern the URL, or method and path; {@code *} stands for any characters
     * @param fault the fault in words
     * @param left how often it will happen
     */
    public record Armed(boolean isWebhook, String pattern, String fault, int left) {}

    /** Plans a fault for the next matching request (method and path); {@code *} stands for any characters. */
    public synchronized void planRequest(String pattern, ApiFault fault) {
        api.add(new Planned<>(pattern, fault));
    }

    /** Plans a fault for the next webhook whose URL matches; {@code *} stands for any characters. */
    public synchronized void planWebhook(String pattern, WebhookFault fault) {
        webhooks.add(new Planned<>(pattern, fault));
    }

    /** All planned faults, in the order in which they were planned. */
    public synchronized List<Armed> armed() {
        Map<Armed, Integer> counts = new LinkedHashMap<>();
        webhooks.forEach(each ->
                counts.merge(new Armed(true, each.written(), each.fault().toString(), 0), 1, Integer::sum));
        api.forEach(each ->
                counts.merge(new Armed(false, each.written(), each.fault().toString(), 0), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> new Armed(
                        each.getKey().isWebhook(),
                        each.getKey().pattern(),
                        each.getKey().fault(),
                        each.getValue()))
                .toList();
    }

    /** Removes these faults. */
    public synchronized void disarm(Armed faults) {
        if (faults.isWebhook()) {
            webhooks.removeIf(each -> each.is(faults));
        } else {
            api.removeIf(each -> each.is(faults));
        }
    }

    /** Removes and returns the fault planned for this request. */
    public synchronized Optional<ApiFault> nextForRequest(String method, String path) {
        return take(api, method + " " + path);
    }

    /** Removes and returns the fault planned for this webhook. */
    synchronized Optional<WebhookFault> nextForWebhook(String url) {
        return take(webhooks, url);
    }

    /** Whether to hold the next webhook to this URL. Removes the planned fault. */
    public synchronized boolean takeHold(String url) {
        for (Iterator<Planned<WebhookFault>> all = webhooks.iterator(); all.hasNext(); ) {
            Planned<WebhookFault> planned = all.next();
            if (planned.pattern().matcher(url).matches()) {
                if (planned.fault() != WebhookFault.HELD) {
                    return false;
                }
                all.remove();
                return true;
            }
        }
        return false;
    }

    private static <F> Optional<F> take(List<Planned<F>> faults, String target) {
        for (Iterator<Planned<F>> all = faults.iterator(); all.hasNext(); ) {
            Planned<F> planned = all.next();
            if (planned.pattern().matcher(target).matches()) {
                all.remove();
                return Optional.of(planned.fault());
            }
        }
        return Optional.empty();
    }

    private static Pattern compile(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
