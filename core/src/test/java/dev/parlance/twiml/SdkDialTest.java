package dev.parlance.twiml;

import static dev.parlance.twiml.Sdk.GET;
import static dev.parlance.twiml.Sdk.same;
import static dev.parlance.twiml.Sdk.sdk;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Identity;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Sip;
import dev.parlance.settings.Secret;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares each verb that connects callers with the builder of Twilio's own library. */
class SdkDialTest {
    @TestFactory
    Stream<DynamicTest> verbs() {
        return Stream.of(
                same("dial a number", VoiceTwiml.create().dial("+15005550006"), sdk().dial(dial("+15005550006"))),
                same("dial", VoiceTwiml.create().dial(SdkDialTest::dial), sdk().dial(sdkDial())),
                same("nouns", VoiceTwiml.create().dial(SdkDialTest::nouns), sdk().dial(sdkNouns())),
                same(
                        "conference",
                        VoiceTwiml.create().dial(d -> d.conference("room", SdkDialTest::conference)),
                        sdk().dial(new com.twilio.twiml.voice.Dial.Builder()
                                .conference(sdkConference())
                                .build())),
                same(
                        "beeps",
                        VoiceTwiml.create()
                                .dial(d -> d.conference("a", c -> c.beepOnEnter())
                                        .conference(
                                                "b",
                                                c -> c.beepOnExit()
                                                        .record(false)
                                                        .trim(true))),
                        sdk().dial(new com.twilio.twiml.voice.Dial.Builder()
                                .conference(new Conference.Builder("a")
                                        .beep(Conference.Beep.ONENTER)
                                        .build())
                                .conference(new Conference.Builder("b")
                                        .beep(Conference.Beep.ONEXIT)
                                        .record(Conference.Record.DO_NOT_RECORD)
                                        .trim(Conference.Trim.TRIM_SILENCE)
                                        .build())
                                .build())),
                same(
                        "enqueue",
                        VoiceTwiml.create().enqueue("support").enqueue(SdkDialTest::enqueue),
                        sdk().enqueue(new com.twilio.twiml.voice.Enqueue.Builder("support").build())
                                .enqueue(sdkEnqueue())),
                same(
                        "enqueue with a task",
                        VoiceTwiml.create()
                                .enqueue(e -> e.workflowSid("WW1")
                                        .task("{}")
                                        .task("{\"a\":1}", t -> t.priority(5).timeout(Duration.ofSeconds(9)))),
                        sdk().enqueue(new com.twilio.twiml.voice.Enqueue.Builder()
                                .workflowSid("WW1")
                                .task(new com.twilio.twiml.voice.Task.Builder("{}").build())
                                .task(new com.twilio.twiml.voice.Task.Builder("{\"a\":1}")
                                        .priority(5)
                                        .timeout(9)
                                        .build())
                                .build())));
    }

    private static void dial(Dial dial) {
        dial.action("/a")
                .method(GET)
                .timeout(Duration.ofSeconds(20))
                .timeLimit(Duration.ofMinutes(10))
                .hangupOnStar(true)
                .callerId("+15005550006")
                .answerOnBridge(true)
                .sequential(true)
                .ringTone("us-old")
                .record(CallRecording.RECORD_FROM_RINGING_DUAL)
                .trim(true)
                .recordingStatusCallback("/r")
                .recordingStatusCallbackMethod(GET)
                .recordingStatusCallbackEvents(RecordingEvent.IN_PROGRESS, RecordingEvent.ABSENT)
                .number("+15005550010")
                .client("ana")
                .sip("sip:ana@example.com")
                .conference("room")
                .queue("support");
    }

    private static com.twilio.twiml.voice.Dial sdkDial() {
        return new com.twilio.twiml.voice.Dial.Builder()
                .action("/a")
                .method(HttpMethod.GET)
                .timeout(20)
                .timeLimit(600)
                .hangupOnStar(true)
                .callerId("+15005550006")
                .answerOnBridge(true)
                .sequential(true)
                .ringTone(com.twilio.twiml.voice.Dial.RingTone.US_OLD)
                .record(com.twilio.twiml.voice.Dial.Record.RECORD_FROM_RINGING_DUAL)
                .trim(com.twilio.twiml.voice.Dial.Trim.TRIM_SILENCE)
                .recordingStatusCallback("/r")
                .recordingStatusCallbackMethod(HttpMethod.GET)
                .recordingStatusCallbackEvents(List.of(
                        com.twilio.twiml.voice.Dial.RecordingEvent.IN_PROGRESS,
                        com.twilio.twiml.voice.Dial.RecordingEvent.ABSENT))
                .number(new Number.Builder("+15005550010").build())
                .client(new Client.Builder("ana").build())
                .sip(new Sip.Builder("sip:ana@example.com").build())
                .conference(new Conference.Builder("room").build())
                .queue(new Queue.Builder("support").build())
                .build();
    }

    private static void nouns(Dial dial) {
        dial.number(
                        "+15005550010",
                        n -> n.url("/u")
                                .method(GET)
                                .statusCallback("/s")
                                .statusCallbackMethod(GET)
                                .statusCallbackEvents(CallEvent.values())
                                .sendDigits("ww1")
                                .machineDetection("Enable"))
                .client(c -> c.url("/u").identity("ana").parameter("order", "A-17"))
                .sip(
                        "sip:ana@example.com",
                        s -> s.username("u").password(Secret.of("p")).machineDetection("Enable"))
                .queue(
                        "support",
                        q -> q.url("/u").method(GET).reservationSid("WR1").postWorkActivitySid("WA1"));
    }

    private static com.twilio.twiml.voice.Dial sdkNouns() {
        return new com.twilio.twiml.voice.Dial.Builder()
                .number(new Number.Builder("+15005550010")
                        .url("/u")
                        .method(HttpMethod.GET)
                        .statusCallback("/s")
                        .statusCallbackMethod(HttpMethod.GET)
                        .statusCallbackEvents(List.of(Number.Event.values()))
                        .sendDigits("ww1")
                        .machineDetection("Enable")
                        .build())
                .client(new Client.Builder()
                        .url("/u")
                        .identity(new Identity.Builder("ana").build())
                        .parameter(new Parameter.Builder()
                                .name("order")
                                .value("A-17")
                                .build())
                        .build())
                .sip(new Sip.Builder("sip:ana@example.com")
                        .username("u")
                        .password("p")
                        .machineDetection("Enable")
                        .build())
                .queue(new Queue.Builder("support")
                        .url("/u")
                        .method(HttpMethod.GET)
                        .reservationSid("WR1")
                        .postWorkActivitySid("WA1")
                        .build())
                .build();
    }

    private static void conference(DialConference conference) {
        conference
                .muted(true)
                .beep(false)
                .startConferenceOnEnter(false)
                .endConferenceOnExit(true)
                .waitUrl("/w")
                .waitMethod(GET)
                .maxParticipants(25)
                .record(true)
                .trim(false)
                .region("ie1")
                .coach("CA1")
                .participantLabel("ana")
                .statusCallback("/s")
                .statusCallbackMethod(GET)
                .statusCallbackEvents("start", "leave")
                .recordingStatusCallback("/r")
                .recordingStatusCallbackMethod(GET)
                .recordingStatusCallbackEvents(RecordingEvent.COMPLETED);
    }

    private static Conference sdkConference() {
        return new Conference.Builder("room")
                .muted(true)
                .beep(Conference.Beep.FALSE)
                .startConferenceOnEnter(false)
                .endConferenceOnExit(true)
                .waitUrl("/w")
                .waitMethod(HttpMethod.GET)
                .maxParticipants(25)
                .record(Conference.Record.RECORD_FROM_START)
                .trim(Conference.Trim.DO_NOT_TRIM)
                .region(Conference.Region.IE1)
                .coach("CA1")
                .participantLabel("ana")
                .statusCallback("/s")
                .statusCallbackMethod(HttpMethod.GET)
                .statusCallbackEvents(List.of(Conference.Event.START, Conference.Event.LEAVE))
                .recordingStatusCallback("/r")
                .recordingStatusCallbackMethod(HttpMethod.GET)
                .recordingStatusCallbackEvents(Conference.RecordingEvent.COMPLETED)
                .build();
    }

    private static void enqueue(Enqueue enqueue) {
        enqueue.action("/a")
                .method(GET)
                .waitUrl("/w")
                .waitUrlMethod(GET)
                .maxQueueSize(10)
                .queue("support");
    }

    private static com.twilio.twiml.voice.Enqueue sdkEnqueue() {
        return new com.twilio.twiml.voice.Enqueue.Builder("support")
                .action("/a")
                .method(HttpMethod.GET)
                .waitUrl("/w")
                .waitUrlMethod(HttpMethod.GET)
                .maxQueueSize(10)
                .build();
    }

    private static com.twilio.twiml.voice.Dial dial(String number) {
        return new com.twilio.twiml.voice.Dial.Builder(number).build();
    }
}
