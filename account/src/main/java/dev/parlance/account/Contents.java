package dev.parlance.account;

import com.twilio.rest.content.v1.Content.ContentCreateRequest;
import com.twilio.rest.content.v1.content.ApprovalCreate;
import com.twilio.rest.content.v1.content.ApprovalCreate.ContentApprovalRequest;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of an account: messages with buttons and lists, and WhatsApp's approval of them as templates.
 *
 * <pre>{@code
 * StoredContent stored = account.contents().create(Content.text("Hello {{1}}, welcome!").withSample("1", "Ana"));
 * account.contents().requestApproval(stored.sid(), "welcome", ContentApproval.Category.UTILITY);
 * account.send(TextMessage.content(Address.of("whatsapp:+15005550006"), stored.sid(), Map.of("1", "Luis")));
 * }</pre>
 *
 * <p>Thread-safe, except for the streams.
 */
public final class Contents {
    private static final int PAGE = 50;

    private final TwilioApi api;

    Contents(TwilioApi api) {
        this.api = api;
    }

    /** Stores a content. */
    public StoredContent create(Content content) {
        ContentCreateRequest.Builder request =
                new ContentCreateRequest.Builder(content.language(), ContentTypes.of(content));
        if (!content.name().isEmpty()) {
            request.friendlyName(content.name());
        }
        request.variables(content.samples());
        return api.change(
                "a content",
                client -> StoredContent.of(com.twilio.rest.content.v1.Content.creator(request.build())
                        .create(client)));
    }

    /** Returns all contents, fetching pages as the stream is consumed. */
    public Stream<StoredContent> list() {
        var reader = com.twilio.rest.content.v1.Content.reader();
        reader.pageSize(PAGE);
        return Pages.stream(api, "a page of the account's contents", reader, StoredContent::of);
    }

    /** Returns the content with this SID; empty if there is none. */
    public Optional<StoredContent> find(String sid) {
        return TwilioApi.ifFound(() -> api.read(
                "a content",
                client -> StoredContent.of(
                        com.twilio.rest.content.v1.Content.fetcher(sid).fetch(client))));
    }

    /** Deletes a content. Returns whether there was one. */
    public boolean delete(String sid) {
        return TwilioApi.ifFound(() -> api.change(
                        "a content",
                        client ->
                                com.twilio.rest.content.v1.Content.deleter(sid).delete(client)))
                .isPresent();
    }

    /**
     * Asks WhatsApp to approve a content as a template. The review takes minutes to days.
     *
     * @param name the template's name: lower-case letters, digits and underscores
     */
    public ContentApproval requestApproval(String sid, String name, ContentApproval.Category category) {
        ContentApprovalRequest request = new ContentApprovalRequest.Builder(name, category.name()).build();
        return api.change("the approval of a content", client -> {
            ApprovalCreate created = ApprovalCreate.creator(sid, request).create(client);
            return ContentApproval.of(Map.of("status", created.getStatus(), "name", created.getName()));
        });
    }

    /** Returns the state of WhatsApp's review. */
    public ContentApproval approval(String sid) {
        return api.read("the approval of a content", client -> {
            Object whatsApp = ApprovalFetch.fetcher(sid).fetch(client).getWhatsapp();
            return ContentApproval.of(whatsApp instanceof Map<?, ?> fields ? fields : Map.of());
        });
    }
}
