package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakeLocation;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures, files and locations on WhatsApp and RCS. */
class MessengerMediaTest {
    private static final String PICTURE = "https://media.example/label.png";
    private static final String MAP = "https://media.example/map.png";
    private static final String QUESTIONS = """
            {"name": "shop", "opening": "guess", "goodbye": "bye", "questions": [
              {"id": "label", "kind": "yesNo"},
              {"id": "photo", "kind": "media", "accept": ["image"]},
              {"id": "note", "kind": "media", "accept": ["audio"]},
              {"id": "receipt", "kind": "media", "accept": ["document"]},
              {"id": "place", "kind": "location"}
            ]}
            """;
    private static final Map<String, String> ENGLISH = Map.of(
            "label", "Do you like this label?",
            "label.image", PICTURE,
            "label.withoutImage", "Do you like a green label?",
            "photo", "Please send a photo.",
            "note", "Please send a voice note.",
            "receipt", "Please send your receipt.",
            "place", "Where are you?",
            "bye", "Thank you!");

    /** The two channels. */
    enum Messenger {
        WHATSAPP("whatsapp:+15005550100", "whatsapp:+15005550100"),
        RCS("rcs:shop_agent", "");

        private final String number;
        private final String sender;

        Messenger(String number, String sender) {
            this.number = number;
            this.sender = sender;
        }

        FakePhone phone() {
            FakePhone person = twilio.phone("+12025550123");
            return this == WHATSAPP ? person.onWhatsApp() : person.hasRcs().onRcs();
        }

        MessengerChannel channel(TwilioAccount account) {
            return this == WHATSAPP
                    ? MessengerChannel.whatsApp(account, account.contents()).withFrom(sender)
                    : MessengerChannel.rcs(account, account.contents())
                            .withFrom(twilio.messagingService("+15005550101", number));
        }

        Address person() {
            return Address.of(this == WHATSAPP ? "whatsapp:+12025550123" : "+12025550123");
        }
    }

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();

    @AfterEach
    void close() {
        account.close();
    }

    private Surveys open(Messenger messenger, String questions, String... prompts) {
        Map<String, String> english = new HashMap<>(ENGLISH);
        for (int i = 0; i < prompts.length; i += 2) {
            english.put(prompts[i], prompts[i + 1]);
        }
        Surveys surveys = Surveys.builder(Survey.parse("shop.json", questions, Prompts.of(Map.of("en", english))))
                .store(DocumentStore.inMemory())
                .clock(twilio.clock())
                .channel(messenger.channel(account).withClock(twilio.clock()))
                .build();
        twilio.number(messenger.number).onText("https://app.example/messages");
        twilio.mount(
                "https://app.example",
                request -> surveys.webhook(messenger == Messenger.RCS ? "rcs" : "whatsapp")
                        .handle(request));
        return surveys;
    }

    private static List<String> pictures(FakeText text) {
        return text.media().stream().flatMap(media -> media.url().stream()).toList();
    }

    private static FakeMedia file(String type) {
        return FakeMedia.of(type, new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @EnumSource(Messenger.class)
    void a_picture_comes_right_before_its_question_with_buttons(Messenger messenger) {
        open(messenger, QUESTIONS);
        FakePhone ana = messenger.phone();
        ana.textsTo(messenger.number, "hi");

        FakeText picture = ana.receives();
        assertThat(pictures(picture)).containsExactly(PICTURE);
        assertThat(picture.body()).isEmpty();
        assertThat(ana.receives()).withBody("Do you like this label?").hasButtons("Yes", "No");
    }

    @ParameterizedTest
    @EnumSource(Messenger.class)
    void photos_voice_notes_documents_and_locations_are_answers(Messenger messenger) {
        Surveys surveys = open(messenger, QUESTIONS);
        FakePhone ana = messenger.phone();
        ana.textsTo(messenger.number, "hi").taps("Yes");

        ana.texts("", file("audio/ogg"));
        assertThat(ana.lastMessage()).containing("That is another kind of file.");
        ana.texts("", file("image/jpeg"));
        assertThat(ana.lastMessage()).withBody("Please send a voice note.");
        ana.texts("", file("audio/ogg"));
        assertThat(ana.lastMessage()).withBody("Please send your receipt.");
        ana.texts("", file("application/pdf"));
        assertThat(ana.lastMessage()).withBody("Where are you?");
        ana.sends(FakeLocation.of(19.43, -99.13));
        assertThat(ana.lastMessage()).withBody("Thank you!");

        assertThat(Stream.of("photo", "note", "receipt")
                        .map(question -> answer(surveys, messenger, question).text()))
                .hasSize(3)
                .allMatch(url -> url.contains("/Media/ME"));
        assertThat(answer(surveys, messenger, "place").text()).isEqualTo("19.43,-99.13");
    }

    private static Value answer(Surveys surveys, Messenger messenger, String question) {
        return surveys.find(messenger.person()).orElseThrow().answer(question).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Messenger.class)
    void a_reply_with_several_pictures_has_one_in_each_message(Messenger messenger) {
        String questions = QUESTIONS.replace(
                "{\"id\": \"photo\"", "{\"id\": \"here\", \"kind\": \"statement\"}, {\"id\": \"photo\"");
        open(messenger, questions, "here", "We are here.", "here.image", MAP, "photo.image", PICTURE);
        FakePhone ana = messenger.phone();
        ana.textsTo(messenger.number, "hi").taps("Yes");

        List<FakeText> reply = ana.inbox().subList(2, ana.inbox().size());
        assertThat(reply.stream().map(MessengerMediaTest::pictures)).containsExactly(List.of(MAP), List.of(PICTURE));
        assertThat(reply.get(1)).withBody("We are here.\n\nPlease send a photo.");
    }

    @Test
    void a_text_that_is_too_long_for_a_caption_follows_its_picture() {
        String words = "Please send a photo. ".repeat(60).strip();
        open(
                Messenger.WHATSAPP,
                QUESTIONS,
                "photo",
                words,
                "photo.image",
                PICTURE,
                "photo.withoutImage",
                "Please send one.");
        FakePhone ana = Messenger.WHATSAPP.phone();
        ana.textsTo(Messenger.WHATSAPP.number, "hi").taps("Yes");

        List<FakeText> reply = ana.inbox().subList(2, ana.inbox().size());
        assertThat(reply).hasSize(2);
        assertThat(pictures(reply.get(0))).containsExactly(PICTURE);
        assertThat(reply.get(1).body()).isEqualTo(words);
    }

    @Test
    void a_template_has_the_words_for_those_who_see_no_picture() {
        Surveys surveys = open(Messenger.WHATSAPP, QUESTIONS);
        WhatsAppTemplates.of(surveys.survey()).apply(account.contents());
        twilio.advance(Duration.ofHours(1));

        StartResult result = surveys.start("whatsapp", Messenger.WHATSAPP.person(), Invitation.plain());

        assertThat(result.outcome()).isEqualTo(StartResult.Outcome.STARTED);
        assertThat(Messenger.WHATSAPP.phone().receives())
                .withBody("Do you like a green label?")
                .hasButtons("Yes", "No");
    }
}
