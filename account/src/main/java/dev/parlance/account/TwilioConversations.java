package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.twilio.base.ResourceSet;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.MessageCreator;
import com.twilio.rest.conversations.v1.conversation.MessageUpdater;
import dev.parlance.Address;
import dev.parlance.outbound.ConversationMessage;
import dev.parlance.outbound.Conversations;
import dev.parlance.outbound.MessageId;
import dev.parlance.outbound.Participant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The account's conversations, and the files in them.
 *
 * <pre>{@code
 * TwilioConversations conversations = account.conversations();
 * conversations.send(ConversationMessage.to("CH…", "Your parcel is on its way.").withAuthor("assistant"));
 * }</pre>
 *
 * <p>Messages written here trigger no webhook, so a bot does not receive its own messages. Thread-safe.
 */
public final class TwilioConversations implements Conversations {
    private static final Pattern SID = Pattern.compile("(CH|IS|ME)[0-9a-fA-F]{32}");
    private static final JsonMapper JSON = new JsonMapper();

    private final TwilioAccount account;

    TwilioConversations(TwilioAccount account) {
        this.account = account;
    }

    @Override
    public MessageId send(ConversationMessage message) {
        MessageCreator request = Message.creator(checked(message.conversation()));
        message.author().ifPresent(request::setAuthor);
        if (!message.body().isBlank()) {
            request.setBody(Texts.sendable(message.body()));
        }
        message.media().ifPresent(request::setMediaSid);
        return account.change(
                "a message in a conversation",
                client -> new MessageId(
                        message.conversation(),
                        requireNonNull(request.create(client).getSid())));
    }

    @Override
    public void edit(MessageId message, String newBody) {
        MessageUpdater request =
                Message.updater(checked(message.conversation()), message.sid()).setBody(Texts.sendable(newBody));
        account.change("a message in a conversation", request::update);
    }

    @Override
    public void delete(MessageId message) {
        account.change(
                "the deletion of a message in a conversation",
                client -> Message.deleter(checked(message.conversation()), message.sid())
                        .delete(client));
    }

    @Override
    public List<Participant> participants(String conversation) {
        return account.read("the participants of a conversation", client -> {
            ResourceSet<com.twilio.rest.conversations.v1.conversation.Participant> pages =
                    com.twilio.rest.conversations.v1.conversation.Participant.reader(checked(conversation))
                            .read(client);
            List<Participant> all = new ArrayList<>();
            pages.forEach(record -> all.add(participant(record)));
            return List.copyOf(all);
        });
    }

    private static Participant participant(com.twilio.rest.conversations.v1.conversation.Participant record) {
        Object address = record.getMessagingBinding() instanceof Map<?, ?> binding ? binding.get("address") : null;
        return new Participant(
                requireNonNull(record.getSid()),
                Optional.ofNullable(record.getIdentity()),
                Optional.ofNullable(address).map(text -> Address.of(text.toString())),
                Optional.ofNullable(record.getAttributes()).orElse("{}"));
    }

    /**
     * Returns a URL from which a file of a conversation can be downloaded without a login for a few minutes.
     *
     * @param service the webhook's {@code ChatServiceSid}
     * @param media the file's SID
     */
    public URI media(String service, String media) {
        Request request = new Request(
                HttpMethod.GET,
                "https://mcs.us1.twilio.com/v1/Services/" + checked(service) + "/Media/" + checked(media));
        return account.read("a file in a conversation", client -> {
            String answer = requireNonNull(client.request(request)).getContent();
            return account.reach(URI.create(textIn(answer, "/links/content_direct_temporary")));
        });
    }

    /**
     * Uploads a file that you can then send with {@link ConversationMessage#withMedia}.
     *
     * @param service the conversation's service: the webhook's {@code ChatServiceSid}
     * @return the file's SID
     */
    public String upload(String service, FileUpload.Content file) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8);
        String path = "/v1/Services/" + checked(service) + "/Media?Filename=" + name;
        return account.upload(new FileUpload("mcs.us1", path, Map.of(), file), answer -> textIn(answer, "/sid"));
    }

    private static String textIn(String answer, String pointer) {
        try {
            return JSON.readTree(answer).at(pointer).require().asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The response is not JSON", e);
        }
    }

    private static String checked(String sid) {
        if (!SID.matcher(sid).matches()) {
            throw new IllegalArgumentException(
                    "The SID must be CH (conversation), IS (service) or ME (file) and 32 hexadecimal digits,"
                            + " not these " + sid.length() + " characters");
        }
        return sid;
    }
}
