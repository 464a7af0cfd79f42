package dev.parlance.testkit;

import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.ListItem;
import dev.parlance.fake.twilio.content.PickList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a text. */
public final class FakeTextAssert extends AbstractAssert<FakeTextAssert, FakeText> {
    private final String log;

    FakeTextAssert(FakeText text, String log) {
        super(text, FakeTextAssert.class);
        this.log = log;
    }

    /** Verifies the whole body. */
    public FakeTextAssert withBody(String body) {
        if (!actual.body().equals(body)) {
            failWithMessage("The text is%n  %s%ninstead of%n  %s%n%s", actual.body(), body, log);
        }
        return this;
    }

    /** Verifies that the body contains this. */
    public FakeTextAssert containing(String part) {
        if (!actual.body().contains(part)) {
            failWithMessage("\"%s\" is not in the text%n  %s%n%s", part, actual.body(), log);
        }
        return this;
    }

    /** Verifies the sender. */
    public FakeTextAssert from(String number) {
        if (!actual.from().equals(number)) {
            failWithMessage("The text came from %s, not from %s%n%s", actual.from(), number, log);
        }
        return this;
    }

    /** Verifies the titles of all buttons, in order. */
    public FakeTextAssert hasButtons(String... titles) {
        return hasTitles("buttons", actual.buttons().stream().map(Button::title).toList(), titles);
    }

    /** Verifies the titles of all items of the list, in order. */
    public FakeTextAssert hasList(String... titles) {
        List<ListItem> items = actual.list().map(PickList::items).orElse(List.of());
        return hasTitles("list items", items.stream().map(ListItem::title).toList(), titles);
    }

    private FakeTextAssert hasTitles(String what, List<String> shown, String... expected) {
        if (!shown.equals(List.of(expected))) {
            failWithMessage(
                    "The text has the %s %s instead of %s%n  %s%n%s", what, shown, List.of(expected), actual, log);
        }
        return this;
    }
}
