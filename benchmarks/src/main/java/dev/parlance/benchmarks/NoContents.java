package dev.parlance.benchmarks;

import dev.parlance.outbound.Content;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.ReviewedContent;
import dev.parlance.outbound.StoredContent;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Contents that are created without a request, and never approved. */
final class NoContents implements ContentStore {
    @Override
    public StoredContent create(Content content) {
        return new StoredContent("HX0", content.name(), content.language(), Instant.EPOCH);
    }

    @Override
    public Stream<StoredContent> list() {
        return Stream.empty();
    }

    @Override
    public Stream<ReviewedContent> listReviewed(String word) {
        return Stream.empty();
    }

    @Override
    public Optional<StoredContent> find(String sid) {
        return Optional.empty();
    }

    @Override
    public boolean delete(String sid) {
        return false;
    }

    @Override
    public ContentApproval requestApproval(String sid, String name, ContentApproval.Category category) {
        throw new UnsupportedOperationException("A benchmark asks for no approval");
    }

    @Override
    public ContentApproval approval(String sid) {
        throw new UnsupportedOperationException("A benchmark asks for no approval");
    }
}
