package dev.parlance.testkit.world;

import dev.parlance.testkit.fault.ApiFault;
import dev.parlance.testkit.fault.WebhookFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults that a test has asked for and that have not happened yet. */
public final class Faults {
    private final List<Planned<ApiFault>> api = new ArrayList<>();
    private final List<Planned<WebhookFault>> webhooks = new ArrayList<>();

    private record Planned<F>(Pattern pattern, F fault) {}

    /** The next request that fits meets this fault: a method and a path, in which a star stands for anything. */
    public synchronized void planRequest(String pattern, ApiFault fault) {
        api.add(new Planned<>(compile(pattern), fault));
    }

    /** The next webhook whose URL fits meets this fault; a star stands for anything. */
    public synchronized void planWebhook(String pattern, WebhookFault fault) {
        webhooks.add(new Planned<>(compile(pattern), fault));
    }

    public synchronized Optional<ApiFault> ofRequest(String method, String path) {
        return take(api, method + " " + path);
    }

    /** The fault that this webhook is to meet, if any is: which only one asks for, and by asking uses up. */
    synchronized Optional<WebhookFault> ofWebhook(String url) {
        return take(webhooks, url);
    }

    /** Whether the next webhook to this URL is to be held back; asked before the webhook is made. */
    public synchronized boolean holds(String url) {
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
