package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Something that runs beside a call's document, until it is stopped or the call ends, and reports to a status callback. */
public final class CallPart {
    private final Leg leg;
    private final Kind kind;
    private final Resource resource;
    private final PartSettings settings;
    private final Runnable onStop;
    private int sent;

    /** The kinds of parts. */
    public enum Kind {
        STREAM("Streams", "MZ", "Stream", "stream"),
        SIPREC("Siprec", "SR", "Stream", "stream"),
        TRANSCRIPTION("Transcriptions", "GT", "Transcription", "transcription");

        private final String path;
        private final String prefix;
        private final String parameters;
        private final String events;

        Kind(String path, String prefix, String parameters, String events) {
            this.path = path;
            this.prefix = prefix;
            this.parameters = parameters;
            this.events = events;
        }

        /** The end of its path below a call. */
        public String path() {
            return path;
        }

        public String sidPrefix() {
            return prefix;
        }
    }

    CallPart(Leg leg, Kind kind, Resource resource, PartSettings settings, Runnable onStop) {
        this.leg = leg;
        this.kind = kind;
        this.resource = resource;
        this.settings = settings;
        this.onStop = onStop;
    }

    Leg leg() {
        return leg;
    }

    Resource resource() {
        return resource;
    }

    PartSettings settings() {
        return settings;
    }

    boolean isRunning() {
        return resource.is("status", "in-progress");
    }

    void started(String... more) {
        leg.onEnd(this::stop);
        send("started", more);
    }

    /** Ends it. */
    void stop() {
        if (end()) {
            send("stopped");
        }
    }

    /** Ends it because something went wrong. */
    void fail(int code, String message) {
        if (end()) {
            leg.world().alert(code, message);
            send("error", kind.parameters + "Error", message, kind.parameters + "ErrorCode", Integer.toString(code));
        }
    }

    private synchronized boolean end() {
        if (!isRunning()) {
            return false;
        }
        resource.set("status", "stopped")
                .setDate("date_updated", leg.world().clock().instant());
        onStop.run();
        return true;
    }

    void send(String event, String... more) {
        if (settings.callback().url().isEmpty()) {
            return;
        }
        List<String> form = new ArrayList<>(List.of(
                "AccountSid",
                resource.text("account_sid"),
                "CallSid",
                resource.text("call_sid"),
                "Timestamp",
                Dates.ISO_8601.write(leg.world().clock().instant()),
                kind.parameters + "Sid",
                resource.sid(),
                kind.parameters + "Name",
                resource.text("name"),
                kind.parameters + "Event",
                kind.events + "-" + event));
        if (kind == Kind.TRANSCRIPTION) {
            form.addAll(List.of("SequenceId", Integer.toString(++sent)));
        }
        form.addAll(Arrays.asList(more));
        Parameters parameters = Parameters.of(form.toArray(String[]::new));
        leg.world()
                .background()
                .later(() -> leg.form()
                        .send(settings.callback().url(), settings.callback().method(), parameters));
    }
}
