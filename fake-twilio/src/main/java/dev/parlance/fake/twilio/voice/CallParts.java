package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.voice.CallPart.Kind;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The streams, SIPREC sessions and transcriptions of all calls. */
public final class CallParts {
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private final Map<String, Runnable> stops = new ConcurrentHashMap<>();

    CallParts(World world) {
        for (Kind kind : Kind.values()) {
            shelves.put(
                    kind, world.owned().shelf(kind.path(), Template.of("call-part", kind.sidPrefix(), Dates.RFC_2822)));
        }
    }

    /** The resources of a kind. */
    public Shelf shelf(Kind kind) {
        Shelf shelf = shelves.get(kind);
        if (shelf == null) {
            throw new IllegalArgumentException("No shelf for " + kind);
        }
        return shelf;
    }

    /** Starts a part that runs beside the call's document. Call it only within {@link Leg#perform}, or before the API answers. */
    public Resource start(Leg leg, Kind kind, PartSettings settings) {
        Resource resource = create(leg, kind, settings);
        switch (kind) {
            case STREAM -> {
                MediaStream stream = MediaStream.listening(leg, resource, settings);
                register(resource.sid(), stream::stop);
                stream.open();
            }
            case SIPREC -> {
                CallPart part = new CallPart(leg, kind, resource, settings, () -> {});
                register(resource.sid(), part::stop);
                part.started();
            }
            case TRANSCRIPTION -> {
                LiveTranscription transcription = new LiveTranscription(leg, resource, settings);
                register(resource.sid(), transcription::stop);
                transcription.start();
            }
        }
        return resource;
    }

    Resource create(Leg leg, Kind kind, PartSettings settings) {
        return shelf(kind)
                .add(Map.of(
                        "account_sid",
                        leg.call().text("account_sid"),
                        "call_sid",
                        leg.call().sid(),
                        "name",
                        settings.name(),
                        "path",
                        kind.path()));
    }

    /** Sets how a part is stopped. */
    void register(String sid, Runnable stop) {
        stops.put(sid, stop);
    }

    /** The part of a call with this name. */
    public Optional<Resource> named(Kind kind, String callSid, String name) {
        return shelf(kind).first(part -> part.is("name", name) && part.is("call_sid", callSid));
    }

    /** Stops a part, if it runs. */
    public void stop(Resource resource) {
        Optional.ofNullable(stops.get(resource.sid())).ifPresent(Runnable::run);
    }
}
