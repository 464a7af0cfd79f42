package dev.parlance.account;

import com.twilio.rest.content.v1.Content.ListItem;
import com.twilio.rest.content.v1.Content.QuickReplyAction;
import com.twilio.rest.content.v1.Content.QuickReplyActionType;
import com.twilio.rest.content.v1.Content.TwilioListPicker;
import com.twilio.rest.content.v1.Content.TwilioQuickReply;
import com.twilio.rest.content.v1.Content.TwilioText;
import com.twilio.rest.content.v1.Content.Types;
import java.util.List;

/** A content in the types of Twilio's library. */
final class ContentTypes {
    private ContentTypes() {}

    static Types of(Content content) {
        Content.Shape shape = content.shape();
        Types.Builder types = new Types.Builder();
        if (!shape.items().isEmpty()) {
            types.twilioListPicker(list(shape));
        } else if (!shape.buttons().isEmpty()) {
            types.twilioQuickReply(buttons(shape));
        } else {
            types.twilioText(text(shape.body()));
        }
        content.text().ifPresent(body -> types.twilioText(text(body)));
        return types.build();
    }

    private static TwilioText text(String body) {
        return new TwilioText.Builder(body).build();
    }

    private static TwilioQuickReply buttons(Content.Shape shape) {
        List<QuickReplyAction> actions = shape.buttons().stream()
                .map(button -> new QuickReplyAction.Builder(button.title())
                        .type(QuickReplyActionType.QUICK_REPLY)
                        .id(button.id())
                        .build())
                .toList();
        return new TwilioQuickReply.Builder(shape.body(), actions).build();
    }

    private static TwilioListPicker list(Content.Shape shape) {
        List<ListItem> items = shape.items().stream().map(ContentTypes::item).toList();
        return new TwilioListPicker.Builder(shape.body(), shape.listButton(), items).build();
    }

    private static ListItem item(Content.Item item) {
        ListItem.Builder built = new ListItem.Builder(item.id(), item.title());
        return item.description().isEmpty()
                ? built.build()
                : built.description(item.description()).build();
    }
}
