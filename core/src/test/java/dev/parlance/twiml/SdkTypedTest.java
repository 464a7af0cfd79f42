package dev.parlance.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Media;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Identity;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Sip;
import com.twilio.twiml.voice.SsmlBreak;
import com.twilio.twiml.voice.SsmlEmphasis;
import com.twilio.twiml.voice.SsmlLang;
import com.twilio.twiml.voice.SsmlP;
import com.twilio.twiml.voice.SsmlPhoneme;
import com.twilio.twiml.voice.SsmlProsody;
import com.twilio.twiml.voice.SsmlS;
import com.twilio.twiml.voice.SsmlSayAs;
import com.twilio.twiml.voice.SsmlSub;
import com.twilio.twiml.voice.SsmlW;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares each method with the corresponding builder of Twilio's own library. */
class SdkTypedTest {
    private static final dev.parlance.twiml.HttpMethod GET = dev.parlance.twiml.HttpMethod.GET;

    @TestFactory
    Stream<DynamicTest> voice() {
        return Stream.of(
                same("say", VoiceTwiml.create().say("Hi"), sdk().say(say("Hi").build())),
                same(
                        "say with attributes",
                        VoiceTwiml.create()
                                .say(s -> s.voice("alice")
                                        .language("fr-FR")
                                        .loop(2)
                                        .text("Hi")),
                        sdk().say(say("Hi")
                                .voice(com.twilio.twiml.voice.Say.Voice.ALICE)
                                .language(com.twilio.twiml.voice.Say.Language.FR_FR)
                                .loop(2)
                                .build())),
                same("speech markup", spoken(), sdk().say(sdkSpoken())),
                same(
                        "play",
                        VoiceTwiml.create().play("/a.mp3").play("/b.mp3", 3).playDigits("ww1"),
                        sdk().play(new Play.Builder("/a.mp3").build())
                                .play(new Play.Builder("/b.mp3").loop(3).build())
                                .play(new Play.Builder().digits("ww1").build())),
                same(
                        "pause",
                        VoiceTwiml.create().pause().pause(Duration.ofMinutes(1)),
                        sdk().pause(new Pause.Builder().build())
                                .pause(new Pause.Builder().length(60).build())),
                same("gather", VoiceTwiml.create().gather(SdkTypedTest::gather), sdk().gather(sdkGather())),
                same(
                        "gather that ends by itself",
                        VoiceTwiml.create().gather(g -> g.keys().speechTimeoutAuto()),
                        sdk().gather(new com.twilio.twiml.voice.Gather.Builder()
                                .inputs(com.twilio.twiml.voice.Gather.Input.DTMF)
                                .speechTimeout("auto")
                                .build())),
                same("record", VoiceTwiml.create().record().record(SdkTypedTest::record), sdkRecords()),
                same("dial a number", VoiceTwiml.create().dial("+15005550006"), sdk().dial(dial("+15005550006"))),
                same("dial", VoiceTwiml.create().dial(SdkTypedTest::dial), sdk().dial(sdkDial())),
                same("nouns", VoiceTwiml.create().dial(SdkTypedTest::nouns), sdk().dial(sdkNouns())),
                same(
                        "conference",
                        VoiceTwiml.create().dial(d -> d.conference("room", SdkTypedTest::conference)),
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
                        VoiceTwiml.create().enqueue("support").enqueue(SdkTypedTest::enqueue),
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
                                .build())),
                same(
                        "leave, reject, hang up",
                        VoiceTwiml.create().leave().reject().rejectAsBusy().hangup(),
                        sdk().leave(new Leave.Builder().build())
                                .reject(new Reject.Builder().build())
                                .reject(new Reject.Builder()
                                        .reason(Reject.Reason.BUSY)
                                        .build())
                                .hangup(new Hangup.Builder().build())),
                same(
                        "redirect",
                        VoiceTwiml.create().redirect("/a?b=c&d").redirect(GET, "/e"),
                        sdk().redirect(new Redirect.Builder("/a?b=c&d").build())
                                .redirect(new Redirect.Builder("/e")
                                        .method(HttpMethod.GET)
                                        .build())),
                same(
                        "connect",
                        VoiceTwiml.create().connect(c -> c.action("/a").method(GET).stream(SdkTypedTest::stream)),
                        sdk().connect(new com.twilio.twiml.voice.Connect.Builder()
                                .action("/a").method(HttpMethod.GET).stream(sdkStream())
                                        .build())),
                same(
                        "start and stop",
                        VoiceTwiml.create()
                                .start(s -> s.action("/a").method(GET).stream(SdkTypedTest::stream))
                                .stop(s -> s.stream("ear")),
                        sdk().start(new com.twilio.twiml.voice.Start.Builder()
                                        .action("/a").method(HttpMethod.GET).stream(sdkStream())
                                                .build())
                                .stop(new com.twilio.twiml.voice.Stop.Builder()
                                        .stream(new com.twilio.twiml.voice.Stream.Builder()
                                                        .name("ear")
                                                        .build())
                                                .build())));
    }

    @Test
    void messages() {
        MessageTwiml ours = MessageTwiml.create()
                .message("Hi")
                .message(m -> m.to("+15005550006")
                        .from("+15005550010")
                        .action("/a")
                        .method(GET)
                        .statusCallback("/s")
                        .body("Hello")
                        .media("https://example.com/a.png"))
                .redirect("/b")
                .redirect(GET, "/c");
        MessagingResponse sdk = new MessagingResponse.Builder()
                .message(new com.twilio.twiml.messaging.Message.Builder("Hi").build())
                .message(new com.twilio.twiml.messaging.Message.Builder()
                        .to("+15005550006")
                        .from("+15005550010")
                        .action("/a")
                        .method(HttpMethod.GET)
                        .statusCallback("/s")
                        .body(new Body.Builder("Hello").build())
                        .media(new Media.Builder("https://example.com/a.png").build())
                        .build())
                .redirect(new com.twilio.twiml.messaging.Redirect.Builder("/b").build())
                .redirect(new com.twilio.twiml.messaging.Redirect.Builder("/c")
                        .method(HttpMethod.GET)
                        .build())
                .build();

        assertThat(Xml.of(ours)).isEqualTo(Xml.parse(sdk.toXml()));
    }

    @Test
    void hostile_texts_have_the_same_meaning_as_from_the_sdk() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String words = HostileText.from(random);
            String url = HostileText.from(random);
            VoiceTwiml ours = VoiceTwiml.create()
                    .gather(g -> g.action(url).say(words))
                    .redirect(words)
                    .dial(d -> d.callerId(words).client(url));
            // The SDK does not drop what XML forbids, so only the allowed characters are passed to it.
            String heldWords = Xml.withoutForbidden(words);
            String heldUrl = Xml.withoutForbidden(url);
            VoiceResponse.Builder sdk = sdk().gather(new com.twilio.twiml.voice.Gather.Builder()
                            .option("action", heldUrl)
                            .say(say(heldWords).build())
                            .build())
                    .addChild(new com.twilio.twiml.GenericNode.Builder("Redirect")
                            .addText(heldWords)
                            .build())
                    .dial(new com.twilio.twiml.voice.Dial.Builder()
                            .callerId(heldWords)
                            .client(new Client.Builder(heldUrl).build())
                            .build());

            assertThat(Xml.of(ours).toString())
                    .as("seed %d", seed)
                    .isEqualTo(Xml.parse(sdk.build().toXml()).toString());
        }
    }

    private static VoiceTwiml spoken() {
        return VoiceTwiml.create()
                .say(s -> s.text("a")
                        .breakFor(Duration.ofMillis(1500))
                        .breakOf("x-strong")
                        .emphasis("strong", "b")
                        .lang("fr-FR", "c")
                        .paragraph("d")
                        .sentence("e")
                        .phoneme("ipa", "f", "g")
                        .prosody(
                                p -> p.volume("loud").rate("slow").pitch("+10%").text("h"))
                        .sayAs("digits", "1")
                        .sayAs("date", "mdy", "01022026")
                        .sub("World Wide Web", "WWW")
                        .word("amazon:VB", "read")
                        .emphasis("reduced", e -> e.lang("fr-FR", l -> l.text("i")))
                        .paragraph(p -> p.sentence(t -> t.text("j"))));
    }

    private static com.twilio.twiml.voice.Say sdkSpoken() {
        SsmlLang lang =
                new SsmlLang.Builder("c").xmlLang(SsmlLang.XmlLang.FR_FR).build();
        return new com.twilio.twiml.voice.Say.Builder()
                .addText("a")
                .break_(new SsmlBreak.Builder().time("1500ms").build())
                .break_(new SsmlBreak.Builder()
                        .strength(SsmlBreak.Strength.X_STRONG)
                        .build())
                .emphasis(new SsmlEmphasis.Builder("b")
                        .level(SsmlEmphasis.Level.STRONG)
                        .build())
                .lang(lang)
                .p(new SsmlP.Builder("d").build())
                .s(new SsmlS.Builder("e").build())
                .phoneme(new SsmlPhoneme.Builder("g")
                        .alphabet(SsmlPhoneme.Alphabet.IPA)
                        .ph("f")
                        .build())
                .prosody(new SsmlProsody.Builder("h")
                        .volume("loud")
                        .rate("slow")
                        .pitch("+10%")
                        .build())
                .sayAs(new SsmlSayAs.Builder("1")
                        .interpretAs(SsmlSayAs.InterpretAs.DIGITS)
                        .build())
                .sayAs(new SsmlSayAs.Builder("01022026")
                        .interpretAs(SsmlSayAs.InterpretAs.DATE)
                        .format(SsmlSayAs.Format.MDY)
                        .build())
                .sub(new SsmlSub.Builder("WWW").alias("World Wide Web").build())
                .w(new SsmlW.Builder("read").role("amazon:VB").build())
                .emphasis(new SsmlEmphasis.Builder()
                        .level(SsmlEmphasis.Level.REDUCED)
                        .lang(new SsmlLang.Builder("i")
                                .xmlLang(SsmlLang.XmlLang.FR_FR)
                                .build())
                        .build())
                .p(new SsmlP.Builder().s(new SsmlS.Builder("j").build()).build())
                .build();
    }

    private static void gather(Gather gather) {
        gather.digits(4)
                .speech()
                .action("/a")
                .method(GET)
                .timeout(Duration.ofSeconds(5))
                .speechTimeout(Duration.ofSeconds(2))
                .maxSpeechTime(Duration.ofSeconds(30))
                .finishOnKey("")
                .language("fr-FR")
                .hints("oui", "non")
                .speechModel("phone_call")
                .enhanced(true)
                .profanityFilter(false)
                .bargeIn(true)
                .actionOnEmptyResult(true)
                .partialResultCallback("/p")
                .partialResultCallbackMethod(GET)
                .attribute("debug", "true")
                .say("Hi")
                .pause()
                .play("/a.mp3");
    }

    private static com.twilio.twiml.voice.Gather sdkGather() {
        return new com.twilio.twiml.voice.Gather.Builder()
                .numDigits(4)
                .inputs(List.of(com.twilio.twiml.voice.Gather.Input.DTMF, com.twilio.twiml.voice.Gather.Input.SPEECH))
                .action("/a")
                .method(HttpMethod.GET)
                .timeout(5)
                .speechTimeout("2")
                .maxSpeechTime(30)
                .finishOnKey("")
                .language(com.twilio.twiml.voice.Gather.Language.FR_FR)
                .hints("oui,non")
                .speechModel("phone_call")
                .enhanced(true)
                .profanityFilter(false)
                .bargeIn(true)
                .actionOnEmptyResult(true)
                .partialResultCallback("/p")
                .partialResultCallbackMethod(HttpMethod.GET)
                .debug(true)
                .say(say("Hi").build())
                .pause(new Pause.Builder().build())
                .play(new Play.Builder("/a.mp3").build())
                .build();
    }

    private static void record(RecordVerb record) {
        record.action("/a")
                .method(GET)
                .timeout(Duration.ofSeconds(5))
                .finishOnKey("*#")
                .maxLength(Duration.ofHours(1))
                .playBeep(false)
                .trim(false)
                .transcribe(true)
                .transcribeCallback("/t")
                .recordingStatusCallback("/r")
                .recordingStatusCallbackMethod(GET)
                .recordingStatusCallbackEvents(RecordingEvent.values());
    }

    private static VoiceResponse.Builder sdkRecords() {
        return sdk().record(new Record.Builder().build())
                .record(new Record.Builder()
                        .action("/a")
                        .method(HttpMethod.GET)
                        .timeout(5)
                        .finishOnKey("*#")
                        .maxLength(3600)
                        .playBeep(false)
                        .trim(Record.Trim.DO_NOT_TRIM)
                        .transcribe(true)
                        .transcribeCallback("/t")
                        .recordingStatusCallback("/r")
                        .recordingStatusCallbackMethod(HttpMethod.GET)
                        .recordingStatusCallbackEvents(List.of(Record.RecordingEvent.values()))
                        .build());
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
                .sip("sip:ana@example.com", s -> s.username("u").password("p").machineDetection("Enable"))
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

    private static void stream(dev.parlance.twiml.MediaStream stream) {
        stream.url("wss://example.com/a")
                .name("ear")
                .connectorName("c")
                .track(StreamTrack.BOTH_TRACKS)
                .statusCallback("/s")
                .statusCallbackMethod(GET)
                .parameter("order", "A-17");
    }

    private static com.twilio.twiml.voice.Stream sdkStream() {
        return new com.twilio.twiml.voice.Stream.Builder()
                .url("wss://example.com/a")
                .name("ear")
                .connectorName("c")
                .track(com.twilio.twiml.voice.Stream.Track.BOTH_TRACKS)
                .statusCallback("/s")
                .statusCallbackMethod(com.twilio.twiml.voice.Stream.StatusCallbackMethod.GET)
                .parameter(new Parameter.Builder().name("order").value("A-17").build())
                .build();
    }

    private static com.twilio.twiml.voice.Dial dial(String number) {
        return new com.twilio.twiml.voice.Dial.Builder(number).build();
    }

    private static com.twilio.twiml.voice.Say.Builder say(String words) {
        return new com.twilio.twiml.voice.Say.Builder(words);
    }

    private static VoiceResponse.Builder sdk() {
        return new VoiceResponse.Builder();
    }

    private static DynamicTest same(String name, VoiceTwiml ours, VoiceResponse.Builder sdk) {
        TwiML built = sdk.build();
        return dynamicTest(name, () -> assertThat(Xml.of(ours)).isEqualTo(Xml.parse(built.toXml())));
    }
}
