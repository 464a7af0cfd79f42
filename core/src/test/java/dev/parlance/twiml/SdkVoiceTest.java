package dev.parlance.twiml;

import static dev.parlance.twiml.Sdk.GET;
import static dev.parlance.twiml.Sdk.same;
import static dev.parlance.twiml.Sdk.say;
import static dev.parlance.twiml.Sdk.sdk;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares each verb of a call, except those that connect callers, with the builder of Twilio's own library. */
class SdkVoiceTest {
    @TestFactory
    Stream<DynamicTest> verbs() {
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
                same("gather", VoiceTwiml.create().gather(SdkVoiceTest::gather), sdk().gather(sdkGather())),
                same(
                        "gather that ends by itself",
                        VoiceTwiml.create().gather(g -> g.keys().speechTimeoutAuto()),
                        sdk().gather(new com.twilio.twiml.voice.Gather.Builder()
                                .inputs(com.twilio.twiml.voice.Gather.Input.DTMF)
                                .speechTimeout("auto")
                                .build())),
                same("record", VoiceTwiml.create().record().record(SdkVoiceTest::record), sdkRecords()),
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
                        VoiceTwiml.create().connect(c -> c.action("/a").method(GET).stream(SdkVoiceTest::stream)),
                        sdk().connect(new com.twilio.twiml.voice.Connect.Builder()
                                .action("/a").method(HttpMethod.GET).stream(sdkStream())
                                        .build())),
                same(
                        "start and stop",
                        VoiceTwiml.create()
                                .start(s -> s.action("/a").method(GET).stream(SdkVoiceTest::stream))
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
}
