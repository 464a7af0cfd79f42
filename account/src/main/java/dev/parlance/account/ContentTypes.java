package dev.parlance.account;

import com.twilio.rest.content.v1.Content.ListItem;
import com.twilio.rest.content.v1.Content.QuickReplyAction;
import com.twilio.rest.content.v1.Content.QuickReplyActionType;
import com.twilio.rest.content.v1.Content.TwilioListPicker;
import com.twilio.rest.content.v1.Content.TwilioQuickReply;
import com.twilio.rest.content.v1.Content.TwilioText;
import com.twilio.rest.content.v1.Content.Types;
import dev.parlance.outbound.Content;
import java.util.List;

/** A content in the types of Twilio's library. */
final class ContentTypes {
    private ContentTypes() {}

    static Types of(Content content) {
        Types.Builder types = new Types.Builder();
        if (!content.items().isEmpty()) {
            types.twilioListPicker(list(content));
        } else if (!content.buttons().isEmpty()) {
            types.twilioQuickReply(buttons(content));
        } else {
            types.twilioText(text(content.body()));
        }
        content.text().ifPresent(body -> types.twilioText(text(body)));
        return types.build();
    }

    private static TwilioText text(String body) {
        return new TwilioText.Builder(body).build();
    }

    private static TwilioQuickReply buttons(Content content) {
        List<QuickReplyAction> actions = content.buttons().stream()
                .map(button -> new QuickReplyAction.Builder(button.title())
                        .type(QuickReplyActionType.QUICK_REPLY)
                        .id(button.id())
                        .build())
                .toList();
        return new TwilioQuickReply.Builder(content.body(), actions).build();
    }

    private static TwilioListPicker list(Content content) {
        List<ListItem> items = content.items().stream().map(ContentTypes::item).toList();
        return new TwilioListPicker.Builder(content.body(), content.listButton(), items).build();
    }

    private static ListItem item(Content.Item item) {
        ListItem.Builder built = new ListItem.Builder(item.id(), item.title());
        return item.description().isEmpty()
                ? built.build()
                : built.description(item.description()).build();
    }
}
