package dev.parlance.account;

import com.twilio.rest.content.v1.Content.ContentCreateRequest;
import com.twilio.rest.content.v1.content.ApprovalCreate;
import com.twilio.rest.content.v1.content.ApprovalCreate.ContentApprovalRequest;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.StoredContent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of an account: messages with buttons and lists, and WhatsApp's approval of them as templates.
 *
 * <pre>{@code
 * import dev.parlance.outbound.Content;
 *
 * StoredContent stored = account.contents().create(Content.text("Hello {{1}}, welcome!").withSample("1", "Ana"));
 * account.contents().requestApproval(stored.sid(), "welcome", ContentApproval.Category.UTILITY);
 * account.send(TextMessage.content(Address.of("whatsapp:+15005550006"), stored.sid(), Map.of("1", "Luis")));
 * }</pre>
 *
 * <p>Thread-safe, except for the streams.
 */
public final class Contents implements ContentStore {
    private static final int PAGE = 50;

    private final TwilioApi api;

    Contents(TwilioApi api) {
        this.api = api;
    }

    @Override
    public StoredContent create(Content content) {
        ContentCreateRequest.Builder request =
                new ContentCreateRequest.Builder(content.language(), ContentTypes.of(content));
        if (!content.name().isEmpty()) {
            request.friendlyName(content.name());
        }
        request.variables(content.samples());
        return api.change(
                "a content",
                client -> stored(com.twilio.rest.content.v1.Content.creator(request.build())
                        .create(client)));
    }

    @Override
    public Stream<StoredContent> list() {
        var reader = com.twilio.rest.content.v1.Content.reader();
        reader.pageSize(PAGE);
        return Pages.stream(api, "a page of the account's contents", reader, Contents::stored);
    }

    @Override
    public Optional<StoredContent> find(String sid) {
        return TwilioApi.ifFound(() -> api.read(
                "a content",
                client -> stored(com.twilio.rest.content.v1.Content.fetcher(sid).fetch(client))));
    }

    @Override
    public boolean delete(String sid) {
        return TwilioApi.ifFound(() -> api.change(
                        "a content",
                        client ->
                                com.twilio.rest.content.v1.Content.deleter(sid).delete(client)))
                .isPresent();
    }

    @Override
    public ContentApproval requestApproval(String sid, String name, ContentApproval.Category category) {
        ContentApprovalRequest request = new ContentApprovalRequest.Builder(name, category.name()).build();
        return api.change("the approval of a content", client -> {
            ApprovalCreate created = ApprovalCreate.creator(sid, request).create(client);
            return approvalOf(Map.of("status", created.getStatus(), "name", created.getName()));
        });
    }

    @Override
    public ContentApproval approval(String sid) {
        return api.read("the approval of a content", client -> {
            Object whatsApp = ApprovalFetch.fetcher(sid).fetch(client).getWhatsapp();
            return approvalOf(whatsApp instanceof Map<?, ?> fields ? fields : Map.of());
        });
    }

    private static StoredContent stored(com.twilio.rest.content.v1.Content content) {
        String name = content.getFriendlyName();
        return new StoredContent(
                content.getSid(),
                name == null ? "" : name,
                content.getLanguage(),
                content.getDateCreated().toInstant());
    }

    private static ContentApproval approvalOf(Map<?, ?> whatsApp) {
        return new ContentApproval(
                ContentApproval.Status.of(text(whatsApp, "status")),
                text(whatsApp, "name"),
                text(whatsApp, "rejection_reason"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
