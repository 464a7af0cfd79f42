package dev.parlance.aws.events;

import dev.parlance.survey.EventSink;
import dev.parlance.survey.Published;
import dev.parlance.survey.SeedEvents;
import dev.parlance.survey.definition.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Tells a bus of EventBridge what happens in surveys: at least once each, for one session in order, ten in a request.
 *
 * <pre>{@code
 * Surveys.of(survey).tell(EventBridgeEvents.to("surveys", client));                   // CloudEvents
 * Surveys.of(survey).tell(EventBridgeEvents.to("surveys", client).asInTheTemplate(survey));
 * }</pre>
 *
 * <p>A CloudEvent is the detail of an entry whose source and detail type are its own, {@code parlance.surveys} standing before
 * the survey's name. Single entries that the bus refuses are tried once more at once; what it still refuses is told again by the
 * next turn or sweep, and with it what came behind.
 */
public final class EventBridgeEvents implements EventSink {
    private static final int MOST_ENTRIES = 10;
    private static final int TRIES = 2;

    private final String bus;
    private final EventBridgeClient client;
    private final Function<Published, Entry> form;
    private final boolean wantsForms;

    /** An event in the words of the bus. */
    private record Entry(String source, String type, String detail) {}

    private EventBridgeEvents(
            String bus, EventBridgeClient client, Function<Published, Entry> form, boolean wantsForms) {
        this.bus = bus;
        this.client = client;
        this.form = form;
        this.wantsForms = wantsForms;
    }

    /** Events as CloudEvents, to the bus of this name or ARN; the client is not closed. */
    public static EventBridgeEvents to(String bus, EventBridgeClient client) {
        return new EventBridgeEvents(bus, client, EventBridgeEvents::cloudEvent, false);
    }

    private static Entry cloudEvent(Published published) {
        return new Entry(
                "parlance.surveys." + published.session().survey(),
                published.event().type().fullName(),
                published.cloudEvent());
    }

    /** Events as the Twilio SAM template has them: source {@code custom.twilioSurveyApp}, type {@code surveystate}. */
    public EventBridgeEvents asInTheTemplate(Survey survey) {
        return asInTheTemplate(survey, SeedEvents.SOURCE, SeedEvents.DETAIL_TYPE);
    }

    /** Events with the detail that the Twilio SAM template has, under another source and type. */
    public EventBridgeEvents asInTheTemplate(Survey survey, String source, String type) {
        return new EventBridgeEvents(
                bus, client, published -> new Entry(source, type, SeedEvents.detail(survey, published)), true);
    }

    /** The template's events have the whole form in {@code postBody}. */
    @Override
    public boolean wantsForms() {
        return wantsForms;
    }

    @Override
    public int tell(List<Published> events) {
        for (int from = 0; from < events.size(); from += MOST_ENTRIES) {
            List<Published> some = events.subList(from, Math.min(events.size(), from + MOST_ENTRIES));
            int told = tellSome(some);
            if (told < some.size()) {
                return from + told;
            }
        }
        return events.size();
    }

    /** How many of them, from the first on, the bus has. */
    private int tellSome(List<Published> events) {
        List<Integer> open = IntStream.range(0, events.size()).boxed().toList();
        for (int tries = 0; !open.isEmpty() && tries < TRIES; tries++) {
            open = refused(events, open);
        }
        return open.isEmpty() ? events.size() : open.get(0);
    }

    /** Tells those at these places; the places of those that were refused. */
    private List<Integer> refused(List<Published> events, List<Integer> places) {
        List<PutEventsRequestEntry> entries =
                places.stream().map(place -> entry(events.get(place))).toList();
        List<PutEventsResultEntry> results =
                client.putEvents(put -> put.entries(entries)).entries();
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).eventId() == null) {
                refused.add(places.get(i));
            }
        }
        return refused;
    }

    private PutEventsRequestEntry entry(Published published) {
        Entry entry = form.apply(published);
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(entry.source())
                .detailType(entry.type())
                .detail(entry.detail())
                .time(published.event().at())
                .build();
    }
}
