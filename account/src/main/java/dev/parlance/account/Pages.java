package dev.parlance.account;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that Twilio returns page by page. Fetches a page only when its first item is needed, and holds one page; the SDK's own
 * list fetches one page ahead.
 */
final class Pages<S extends Resource, T> implements Iterator<T> {
    private final TwilioApi api;
    private final String what;
    private final Reader<S> reader;
    private final Function<S, T> item;

    private @Nullable Page<S> page;
    private Iterator<T> items = Collections.emptyIterator();

    private Pages(TwilioApi api, String what, Reader<S> reader, Function<S, T> item) {
        this.api = api;
        this.what = what;
        this.reader = reader;
        this.item = item;
    }

    static <S extends Resource, T> Stream<T> stream(TwilioApi api, String what, Reader<S> reader, Function<S, T> item) {
        Iterator<T> pages = new Pages<>(api, what, reader, item);
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, traits), false);
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && (page == null || page.hasNextPage())) {
            items = nextPage().iterator();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    private List<T> nextPage() {
        Page<S> before = page;
        return api.read(what, client -> {
            page = before == null ? reader.firstPage(client) : reader.nextPage(before, client);
            return page.getRecords().stream().map(item).toList();
        });
    }
}
