package dev.parlance.aws.events;

import dev.parlance.survey.EventSink;
import dev.parlance.survey.SamTemplateEvents;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Sends survey events to an EventBridge bus: at least once, in order per session, ten per request.
 *
 * <pre>{@code
 * EventBridgeEvents events = EventBridgeEvents.to(EventBridgeClient.create(), "surveys"); // CloudEvents
 * Surveys surveys = Surveys.builder(survey).store(store).eventSink(events).build();
 * }</pre>
 *
 * <p>The CloudEvent is the detail of an entry; the detail type is the event's type, the source is {@code parlance.surveys.}
 * followed by the survey's name. Entries that the bus rejects are retried once at once. If they are rejected again, the next turn
 * or {@code runDue} sends them again, together with all later events.
 */
public final class EventBridgeEvents implements EventSink {
    private static final int MOST_ENTRIES = 10;
    private static final int ATTEMPTS = 2;

    private final EventBridgeClient client;
    private final String bus;
    private final Function<SurveyEvent, Entry> form;
    private final boolean wantsForms;

    /** An event in the form of the bus. */
    private record Entry(String source, String type, String detail) {}

    private EventBridgeEvents(
            EventBridgeClient client, String bus, Function<SurveyEvent, Entry> form, boolean wantsForms) {
        this.client = client;
        this.bus = bus;
        this.form = form;
        this.wantsForms = wantsForms;
    }

    /** Sends CloudEvents to the bus with this name or ARN. The client is not closed. */
    public static EventBridgeEvents to(EventBridgeClient client, String bus) {
        return new EventBridgeEvents(client, bus, EventBridgeEvents::cloudEvent, false);
    }

    private static Entry cloudEvent(SurveyEvent event) {
        return new Entry(
                "parlance.surveys." + event.session().survey(), event.type().fullName(), event.cloudEvent());
    }

    /** Returns a copy that sends the Twilio SAM template's events: source {@code custom.twilioSurveyApp}, type {@code surveystate}. */
    public EventBridgeEvents withTemplateFormat(Survey survey) {
        return new EventBridgeEvents(
                client,
                bus,
                event -> new Entry(
                        SamTemplateEvents.SOURCE,
                        SamTemplateEvents.DETAIL_TYPE,
                        SamTemplateEvents.detail(survey, event)),
                true);
    }

    /** Returns a copy that sends the same events under another source and detail type. */
    public EventBridgeEvents withNames(String source, String detailType) {
        Function<SurveyEvent, Entry> named =
                event -> new Entry(source, detailType, form.apply(event).detail());
        return new EventBridgeEvents(client, bus, named, wantsForms);
    }

    /** Whether events need the whole form; the template's events have it in {@code postBody}. */
    @Override
    public boolean wantsForms() {
        return wantsForms;
    }

    @Override
    public int publish(List<SurveyEvent> events) {
        for (int from = 0; from < events.size(); from += MOST_ENTRIES) {
            List<SurveyEvent> batch = events.subList(from, Math.min(events.size(), from + MOST_ENTRIES));
            int sent = sendBatch(batch);
            if (sent < batch.size()) {
                return from + sent;
            }
        }
        return events.size();
    }

    /** Returns how many events the bus accepted, counted from the first one up to the first rejected one. */
    private int sendBatch(List<SurveyEvent> events) {
        List<Integer> open = IntStream.range(0, events.size()).boxed().toList();
        for (int attempt = 0; !open.isEmpty() && attempt < ATTEMPTS; attempt++) {
            open = send(events, open);
        }
        return open.isEmpty() ? events.size() : open.get(0);
    }

    /** Sends the events at these places. Returns the places of those that were rejected. */
    private List<Integer> send(List<SurveyEvent> events, List<Integer> places) {
        List<PutEventsRequestEntry> entries =
                places.stream().map(place -> entry(events.get(place))).toList();
        List<PutEventsResultEntry> results =
                client.putEvents(put -> put.entries(entries)).entries();
        List<Integer> rejected = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).eventId() == null) {
                rejected.add(places.get(i));
            }
        }
        return rejected;
    }

    private PutEventsRequestEntry entry(SurveyEvent event) {
        Entry entry = form.apply(event);
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(entry.source())
                .detailType(entry.type())
                .detail(entry.detail())
                .time(event.at())
                .build();
    }
}
