package dev.parlance.benchmarks;

import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.machine.TurnInputs;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Session;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One turn of a survey: the respondent answers the fourth of ten questions, and the survey asks the fifth. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TurnBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Survey survey = survey();
    private final Session byText = inTheMiddle(Medium.TEXT);
    private final Session byCall = inTheMiddle(Medium.VOICE);
    private final WebhookHandler webhook =
            Surveys.builder(survey).inMemory().build().textWebhook();
    private final WebhookHandler whatsApp = Surveys.builder(survey)
            .inMemory()
            .channel(MessengerChannel.whatsApp(text -> new Receipt("SM0", "queued"), new NoContents()))
            .build()
            .webhook("whatsapp");
    private long message;

    static Survey survey() {
        Question[] questions = new Question[10];
        Map<String, String> prompts = new TreeMap<>();
        for (int i = 0; i < questions.length; i++) {
            String id = "q" + i;
            Question question = i % 2 == 0 ? Question.rating(id, 1, 5) : Question.choice(id, "tea", "coffee");
            questions[i] = i > 0 ? question.when(Condition.answer("q0").atLeast(1)) : question;
            prompts.put(id, i == 0 ? "How do you like us, 1 to 5?" : "You said {q0}. And what about this?");
            prompts.put(id + ".tea", "Tea");
            prompts.put(id + ".coffee", "Coffee");
        }
        prompts.put("language", "en-US");
        prompts.put("voice", "Polly.Joanna");
        return Survey.builder("benchmark")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .ask(questions)
                .build();
    }

    private Session inTheMiddle(Medium medium) {
        Session session = SurveyMachine.newSession(survey, Address.of("+15005550006"), medium.channel(), "en");
        session = answer(session, medium, Input.contact());
        for (int i = 0; i < 3; i++) {
            session = answer(session, medium, medium.equals(Medium.TEXT) ? Input.text("1") : Input.keys("1"));
        }
        return session;
    }

    private Session answer(Session session, Medium medium, Input input) {
        return SurveyMachine.advance(survey, session, input, TurnInputs.at(NOW, medium))
                .done()
                .session();
    }

    /** The survey machine, and the reply as TwiML for a text. */
    @Benchmark
    public byte[] byText() {
        Turn.Done turn = SurveyMachine.advance(survey, byText, Input.text("coffee"), TurnInputs.at(NOW))
                .done();
        MessageTwiml document = MessageTwiml.create();
        Rendering.of(survey, turn).messages().forEach(document::message);
        return document.toBytes();
    }

    /** The survey machine, and the TwiML for a call. */
    @Benchmark
    public byte[] byCall() {
        Turn.Done turn = SurveyMachine.advance(survey, byCall, Input.keys("2"), TurnInputs.at(NOW, Medium.VOICE))
                .done();
        return Rendering.of(survey, turn)
                .at("https://hooks.example.com/voice")
                .twiml()
                .toBytes();
    }

    /** A whole webhook: form, session from JSON, survey machine, TwiML, session to JSON, memory store. */
    @Benchmark
    public WebhookResponse webhook() {
        long now = message++;
        return webhook.handle(WebhookRequest.post("https://hooks.example.com/sms")
                .withForm(
                        "MessageSid",
                        "SM" + now,
                        "From",
                        "+1500555" + (1_000_000 + now / 8),
                        "To",
                        "+15005550100",
                        "Body",
                        "1"));
    }

    /**
     * A whole webhook whose reply has buttons, or numbers every other time, on WhatsApp: as {@link #webhook}, and the message is
     * claimed, sent to a sender that does nothing, and recorded.
     */
    @Benchmark
    public WebhookResponse whatsApp() {
        long now = message++;
        return whatsApp.handle(WebhookRequest.post("https://hooks.example.com/whatsapp")
                .withForm(
                        "MessageSid",
                        "SM" + now,
                        "From",
                        "whatsapp:+1500555" + (1_000_000 + now / 8),
                        "To",
                        "whatsapp:+15005550100",
                        "Body",
                        "1"));
    }
}
