package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.AnswerOption;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One definition, answered in six ways in each of eight languages, always with the same results. */
class SixWaysTest {
    private static final String NUMBER = "+15005550100";
    private static final String WHATSAPP = "whatsapp:" + NUMBER;
    private static final String AGENT = "rcs:tea_house";
    private static final String APP = "https://app.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUESTIONS = """
            {"name": "tea", "opening": "guess", "goodbye": "bye", "questions": [
              {"id": "came", "kind": "yesNo"},
              {"id": "drink", "kind": "choice", "options": ["tea", "coffee", "milk"]},
              {"id": "day", "kind": "choice", "options": ["mon", "tue", "wed", "thu", "fri"]}
            ]}
            """;
    private static final List<String> KEYS = List.of(
            "came",
            "drink",
            "drink.tea",
            "drink.coffee",
            "drink.milk",
            "day",
            "day.mon",
            "day.tue",
            "day.wed",
            "day.thu",
            "day.fri",
            "bye");
    /** The words in the order of the keys. */
    private static final Map<String, String> WORDS = Map.of(
            "en-US",
                    "Did you come?|What did you drink?|Tea|Coffee|Milk|On which day?|Monday|Tuesday|Wednesday|Thursday|Friday|Thank you!",
            "es-MX", "¿Vino?|¿Qué tomó?|Té|Café|Leche|¿Qué día?|Lunes|Martes|Miércoles|Jueves|Viernes|¡Gracias!",
            "fr-FR",
                    "Êtes-vous venu ?|Qu'avez-vous bu ?|Thé|Café|Lait|Quel jour ?|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Merci !",
            "de-DE",
                    "Waren Sie da?|Was haben Sie getrunken?|Tee|Kaffee|Milch|An welchem Tag?|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Danke!",
            "pt-BR", "Você veio?|O que bebeu?|Chá|Café|Leite|Em que dia?|Segunda|Terça|Quarta|Quinta|Sexta|Obrigado!",
            "ar-AE", "هل أتيت؟|ماذا شربت؟|شاي|قهوة|حليب|في أي يوم؟|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|شكرا!",
            "hi-IN",
                    "क्या आप आए?|आपने क्या पिया?|चाय|कॉफ़ी|दूध|किस दिन?|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|धन्यवाद!",
            "zh-CN", "您来了吗？|您喝了什么？|茶|咖啡|牛奶|哪一天？|星期一|星期二|星期三|星期四|星期五|谢谢！");

    private static final Map<String, String> VOICES = Map.of(
            "en-US", "Polly.Joanna",
            "es-MX", "Polly.Mia",
            "fr-FR", "Polly.Celine",
            "de-DE", "Polly.Marlene",
            "pt-BR", "Polly.Camila",
            "ar-AE", "Polly.Zeina",
            "hi-IN", "Polly.Aditi",
            "zh-CN", "Polly.Zhiyu");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final DocumentStore store = DocumentStore.inMemory();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();

    /** A way to answer each question. */
    private enum Way {
        SMS("text", "+15005550006"),
        WHATSAPP("whatsapp", "whatsapp:+15005550006"),
        RCS("rcs", "+15005550006"),
        KEYS("voice", "+15005550006"),
        SPEECH("voice", "+15005550006"),
        CHAT("chat", "chat:ana");

        private final String channel;
        private final String person;

        Way(String channel, String person) {
            this.channel = channel;
            this.person = person;
        }
    }

    static Stream<Arguments> ways() {
        return WORDS.keySet().stream()
                .sorted()
                .flatMap(language -> Arrays.stream(Way.values()).map(way -> Arguments.of(language, way)));
    }

    private static Survey survey(String language) {
        String[] words = WORDS.get(language).split("\\|", -1);
        Map<String, String> prompts = new HashMap<>(Map.of("language", language, "voice", VOICES.get(language)));
        if (language.equals("zh-CN")) {
            prompts.put("speechLanguage", "cmn-Hans-CN");
        }
        IntStream.range(0, KEYS.size()).forEach(i -> prompts.put(KEYS.get(i), words[i]));
        return Survey.parse("tea.json", QUESTIONS, Prompts.of(Map.of(language, prompts)));
    }

    private Surveys open(Survey survey) {
        String service = twilio.messagingService(NUMBER, AGENT);
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(WHATSAPP))
                .channel(MessengerChannel.rcs(account, account.contents()).withFrom(service))
                .channel(new Chat())
                .build();
        twilio.number(NUMBER).onText(APP + "/sms").onCall(APP + "/voice");
        twilio.number(WHATSAPP).onText(APP + "/whatsapp");
        twilio.number(AGENT).onText(APP + "/rcs");
        twilio.mount(
                APP,
                Router.create()
                        .post("/sms", surveys.textWebhook())
                        .post("/voice", surveys.voiceWebhook())
                        .post("/whatsapp", surveys.webhook("whatsapp"))
                        .post("/rcs", surveys.webhook("rcs")));
        return surveys;
    }

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_results_are_the_same(String language, Way way) {
        Survey survey = survey(language);
        try (Surveys surveys = open(survey)) {
            FakePhone ana = twilio.phone("+15005550006").hasRcs();
            String yes = survey.words(language).spelling("yes");
            String title = survey.words(language).capitalised(yes);
            String coffee = survey.prompts().in(language).text("drink.coffee");
            String thursday = survey.prompts().in(language).text("day.thu");
            switch (way) {
                case SMS -> ana.textsTo(NUMBER, "hi").texts(yes).texts("2").texts("4");
                case WHATSAPP ->
                    ana.onWhatsApp()
                            .textsTo(WHATSAPP, "hi")
                            .taps(title)
                            .taps(coffee)
                            .picks(thursday);
                case RCS ->
                    ana.onRcs().textsTo(AGENT, "hi").taps(title).taps(coffee).taps(thursday);
                case KEYS -> ana.calls(NUMBER).presses("1").presses("2").presses("4");
                case SPEECH -> speaks(ana.calls(NUMBER), yes, coffee, thursday);
                case CHAT -> List.of("", "yes", "coffee", "thu").forEach(choice -> chats(surveys, choice));
            }
            twilio.settle();

            Session session = surveys.find(Address.of(way.person)).orElseThrow();
            assertThat(session.channel()).isEqualTo(way.channel);
            assertThat(session.disposition()).isEqualTo(Disposition.COMPLETED);
            assertThat(Stream.of("came", "drink", "day")
                            .map(id -> session.answer(id).map(Value::text)))
                    .containsExactly(Optional.of("yes"), Optional.of("coffee"), Optional.of("thu"));
        }
    }

    private static void speaks(FakeCall call, String... words) {
        Arrays.stream(words).forEach(call::says);
    }

    private static void chats(Surveys surveys, String choice) {
        WebhookResponse response = surveys.webhook("chat")
                .respond(WebhookRequest.post(APP + "/chat").withForm("id", "c" + choice, "choice", choice));
        assertThat(response.status()).isEqualTo(200);
    }

    /** A chat on a web page. */
    private static final class Chat implements Channel {
        @Override
        public String name() {
            return "chat";
        }

        @Override
        public Abilities abilities(Address person) {
            return Abilities.written();
        }

        @Override
        public Incoming read(WebhookRequest request) {
            String choice = request.formParameters().first("choice").orElse("");
            return Incoming.Received.of(
                    Address.of("chat:ana"),
                    request.formParameters().first("id").orElseThrow(),
                    choice.isEmpty() ? Input.arrival() : Input.choice(choice));
        }

        @Override
        public String render(Rendering rendering) {
            ObjectNode json = JSON.createObjectNode();
            json.put("text", String.join("\n", rendering.messages()));
            List<String> offers = rendering.reply().ask().stream()
                    .flatMap(ask -> ask.options().all().stream())
                    .map(AnswerOption::id)
                    .toList();
            JsonNode buttons = JSON.valueToTree(offers);
            json.set("buttons", buttons);
            return json.toString();
        }

        @Override
        public WebhookResponse answer(String document) {
            return WebhookResponse.json(document);
        }
    }
}
