package dev.parlance.account;

import com.twilio.rest.content.v1.Content.ContentCreateRequest;
import com.twilio.rest.content.v1.content.ApprovalCreate;
import com.twilio.rest.content.v1.content.ApprovalCreate.ContentApprovalRequest;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import com.twilio.rest.content.v2.ContentAndApprovals;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.ReviewedContent;
import dev.parlance.outbound.StoredContent;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    /** Twilio's maximum, so that the contents of a whole application are one page. */
    private static final int LARGE_PAGE = 1_000;

    /** Twilio reads the filter as a regular expression. */
    private static final Pattern WORD = Pattern.compile("\\w+");

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
    public Stream<ReviewedContent> listReviewed(String word) {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + word + "\" must be letters, digits and underscores");
        }
        var reader = ContentAndApprovals.reader();
        reader.setContentName(word);
        reader.pageSize(LARGE_PAGE);
        return Pages.stream(api, "a page of the account's contents", reader, Contents::reviewed)
                .filter(reviewed -> reviewed.content().name().contains(word));
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
            return approvalOf(ApprovalFetch.fetcher(sid).fetch(client).getWhatsapp());
        });
    }

    private static ReviewedContent reviewed(ContentAndApprovals content) {
        return new ReviewedContent(
                new StoredContent(
                        content.getSid(),
                        name(content.getFriendlyName()),
                        content.getLanguage(),
                        content.getDateCreated().toInstant()),
                approvalOf(content.getApprovalRequests()));
    }

    private static StoredContent stored(com.twilio.rest.content.v1.Content content) {
        return new StoredContent(
                content.getSid(),
                name(content.getFriendlyName()),
                content.getLanguage(),
                content.getDateCreated().toInstant());
    }

    private static String name(@Nullable String friendlyName) {
        return friendlyName == null ? "" : friendlyName;
    }

    /** The state of a review; Twilio has no fields for one that nobody has asked for. */
    private static ContentApproval approvalOf(@Nullable Object whatsApp) {
        Map<?, ?> fields = whatsApp instanceof Map<?, ?> given ? given : Map.of();
        String status = text(fields, "status");
        return new ContentApproval(
                status.isEmpty() ? ContentApproval.Status.UNSUBMITTED : ContentApproval.Status.of(status),
                text(fields, "name"),
                text(fields, "rejection_reason"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }
}
