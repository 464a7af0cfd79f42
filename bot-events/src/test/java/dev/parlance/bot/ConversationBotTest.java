package dev.parlance.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.Participant;
import com.twilio.rest.conversations.v1.conversation.Webhook;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import dev.parlance.account.TwilioConversations;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.WebhookFault;
import dev.parlance.outbound.ConversationMessage;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot in Twilio Conversations. */
class ConversationBotTest {
    private static final String NUMBER = "+12025550100";
    private static final String URL = "https://bot.example/twilio/conversations";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    private TwilioAccount account;
    private TwilioConversations conversations;
    private String conversation;
    private FakePhone ana;

    @BeforeEach
    void setUp() {
        twilio.number(NUMBER);
        account = TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build();
        conversations = account.conversations();
        conversation = account.change(
                "a conversation",
                client -> Conversation.creator().create(client).getSid());
        ana = twilio.phone("+5215512345678");
        join(ana.number(), "{}");
    }

    private void join(String number, String attributes) {
        account.change(
                "a participant",
                client -> Participant.creator(conversation)
                        .setMessagingBindingAddress(number)
                        .setMessagingBindingProxyAddress(NUMBER)
                        .setAttributes(attributes)
                        .create(client));
    }

    @AfterEach
    void tearDown() {
        account.close();
    }

    private BotEvents bot(UnaryOperator<BotEvents.Builder> options) {
        SignedWebhooks signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken()))
                .withPublicUrl(URI.create("https://bot.example"));
        BotEvents bot = options.apply(BotEvents.builder(conversations, "assistant", signedWebhooks))
                .executor(Runnable::run)
                .build();
        twilio.mount(URL, bot);
        account.change(
                "a webhook",
                client -> Webhook.creator(conversation, Webhook.Target.WEBHOOK)
                        .setConfigurationUrl(URL)
                        .setConfigurationFilters(List.of("onMessageAdded", "onParticipantAdded", "onMessageRemoved"))
                        .create(client));
        return bot;
    }

    private List<String> messages() {
        return account.read("messages", client -> {
            List<String> all = new ArrayList<>();
            Message.reader(conversation)
                    .read(client)
                    .forEach(message -> all.add(message.getAuthor() + ": " + message.getBody()));
            return all;
        });
    }

    @Test
    void a_text_is_answered_by_text() {
        bot(bot -> bot.onDirectMessage((message, reply) -> reply.post("You wrote <" + message.text() + ">")));

        ana.texts("hola");

        ana.receives("You wrote <hola>");
        assertThat(messages()).containsExactly(ana.number() + ": hola", "assistant: You wrote <hola>");
    }

    @Test
    void messages_from_programs_are_not_answered() {
        List<String> received = new ArrayList<>();
        bot(bot -> bot.onDirectMessage((message, reply) -> {
                    received.add(message.text());
                    reply.post("an answer");
                })
                .onAny(event -> received.add(event.type())));

        ana.texts("hola");
        account.change(
                "a message",
                client -> Message.creator(conversation)
                        .setAuthor("another program")
                        .setBody("beep")
                        .setXTwilioWebhookEnabled(Message.WebhookEnabledType.TRUE)
                        .create(client));
        twilio.settle();

        assertThat(received).containsExactly("hola", "onMessageAdded");
    }

    @Test
    void the_name_of_the_bot_is_a_mention() {
        List<String> received = new ArrayList<>();
        bot(bot -> bot.onMention((mention, reply) -> received.add("mention: " + mention.text()))
                .onDirectMessage((message, reply) -> received.add("message: " + message.text())));

        ana.texts("Dear @Assistant what is new?");
        ana.texts("write to me@assistant.example or @assistants");
        twilio.settle();

        assertThat(received)
                .containsExactly("mention: Dear what is new?", "message: write to me@assistant.example or @assistants");
    }

    @Test
    void a_repeated_webhook_is_answered_once() {
        bot(bot -> bot.onDirectMessage((message, reply) -> reply.post("once")));
        twilio.failNextWebhook(URL, WebhookFault.TWICE);

        ana.texts("hola");

        ana.receives("once");
        ana.receivesNothing();
    }

    @Test
    void a_wrongly_signed_webhook_is_refused() {
        bot(bot -> bot.onDirectMessage((message, reply) -> reply.post("never")));
        twilio.failNextWebhook(URL, WebhookFault.WRONGLY_SIGNED);

        ana.texts("hola");

        ana.receivesNothing();
    }

    @Test
    void an_attached_picture_can_be_fetched() throws Exception {
        List<SharedFile> files = new ArrayList<>();
        List<String> services = new ArrayList<>();
        bot(bot -> bot.onDirectMessage((message, reply) -> {
            files.addAll(message.files());
            services.add(message.event().workspace());
        }));

        ana.texts("look", FakeMedia.of("image/png", "a picture".getBytes(UTF_8)));
        twilio.settle();

        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(file.size()).isEqualTo(9);
        });
        URI link = conversations.media(services.get(0), files.get(0).id());
        try (InputStream content = link.toURL().openStream()) {
            assertThat(content.readAllBytes()).asString(UTF_8).isEqualTo("a picture");
        }
    }

    @Test
    void a_picture_can_be_attached_to_a_reply() {
        bot(bot -> bot.onDirectMessage((message, reply) -> {
            byte[] map = "a map".getBytes(UTF_8);
            String media = conversations.upload(
                    message.event().workspace(),
                    new FileUpload.Content("map.png", "image/png", map.length, () -> new ByteArrayInputStream(map)));
            conversations.send(ConversationMessage.to(message.channel(), "Here.")
                    .withAuthor("assistant")
                    .withMedia(media));
        }));

        ana.texts("where?");

        FakeText text = ana.receives();
        assertThat(text.body()).isEqualTo("Here.");
        assertThat(text.media()).hasSize(1);
    }

    @Test
    void replies_use_the_participants_language() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("language", "en-US", "hello", "Hello!"),
                "fr-FR", Map.of("language", "fr-FR", "hello", "Bonjour !")));
        bot(bot -> bot.prompts(prompts).onDirectMessage((message, reply) -> reply.postPrompt("hello")));
        FakePhone luc = twilio.phone("+33612345678");
        join(luc.number(), "{\"language\":\"fr\"}");

        luc.textsTo(NUMBER, "salut");

        luc.receives("Bonjour !");
    }

    @Test
    void a_growing_answer_is_texted_as_a_whole() {
        bot(bot -> bot.onDirectMessage((message, reply) -> {
            try (GrowingMessage answer = reply.postGrowing("One moment …")) {
                answer.append("It is ");
                answer.append("noon.");
            }
        }));

        ana.texts("What time is it?");
        twilio.settle();

        assertThat(messages())
                .containsExactly(
                        ana.number() + ": What time is it?", "assistant: One moment …", "assistant: It is noon.");
        ana.receives("One moment …").receives("It is noon.");
        ana.receivesNothing();
    }

    @Test
    void a_new_participant_is_an_event() {
        List<BotEvent> joined = new ArrayList<>();
        bot(bot -> bot.on("onParticipantAdded", joined::add));

        join("+33612345678", "{}");
        twilio.settle();

        assertThat(joined).singleElement().satisfies(event -> {
            assertThat(event.workspace()).startsWith("IS");
            assertThat(event.payload().path("MessagingBinding.Address").asText())
                    .isEqualTo("+33612345678");
        });
    }

    @Test
    void participants_can_be_listed() {
        account.change(
                "a participant",
                client -> Participant.creator(conversation).setIdentity("bo").create(client));

        assertThat(conversations.participants(conversation))
                .extracting(participant -> participant.identity().orElse("")
                        + participant.address().map(it -> it.value()).orElse(""))
                .containsExactlyInAnyOrder(ana.number(), "bo");
    }
}
