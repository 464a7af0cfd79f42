package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.outbound.Content.Button;
import dev.parlance.outbound.Content.Item;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.ReviewedContent;
import dev.parlance.outbound.StoredContent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The contents at Twilio that menus are sent by. All their words are variables, so that all surveys share them: one for each
 * number of buttons, and one for each number of items and title of a list. What is missing is created when it is first needed.
 */
final class MenuContents {
    private static final String PREFIX = TemplateNames.ALL + "menu_";
    private static final String VARIABLE = "{{%d}}";
    /** Before the items: the body, and the text for phones without menus. */
    private static final int FIRST_ITEM = 3;

    private final ContentStore store;
    private final Map<String, String> sids = new ConcurrentHashMap<>();
    private boolean isListed;

    MenuContents(ContentStore store) {
        this.store = store;
    }

    /** The SID of the content for a menu. */
    String sid(Menu menu) {
        String name = name(menu);
        String known = sids.get(name);
        return known != null ? known : findOrCreate(name, menu);
    }

    private static String name(Menu menu) {
        int count = menu.items().size();
        return PREFIX + (menu.isList() ? "list_" + count + "_" + menu.opens() : "buttons_" + count);
    }

    private synchronized String findOrCreate(String name, Menu menu) {
        if (!isListed) {
            store.listReviewed(PREFIX)
                    .map(ReviewedContent::content)
                    .filter(stored -> stored.name().startsWith(PREFIX))
                    .forEach(stored -> sids.put(stored.name(), stored.sid()));
            isListed = true;
        }
        return sids.computeIfAbsent(name, missing -> create(missing, menu).sid());
    }

    /** Looks the contents up again when this one is needed, because it is gone. */
    synchronized void forget(String sid) {
        if (sids.values().remove(sid)) {
            isListed = false;
        }
    }

    private StoredContent create(String name, Menu menu) {
        int count = menu.items().size();
        Content content = menu.isList()
                ? Content.list(
                        variable(1),
                        menu.opens(),
                        IntStream.range(0, count)
                                .mapToObj(i -> Item.of(variable(title(i)), variable(title(i) + 1)))
                                .toArray(Item[]::new))
                : Content.quickReply(
                        variable(1),
                        IntStream.range(0, count)
                                .mapToObj(i -> Button.of(variable(title(i)), variable(title(i) + 1)))
                                .toArray(Button[]::new));
        return store.create(content.withName(name).withText(variable(2)));
    }

    private static int title(int item) {
        return FIRST_ITEM + 2 * item;
    }

    private static String variable(int number) {
        return VARIABLE.formatted(number);
    }

    /**
     * The values of the variables.
     *
     * @param body the text above the menu
     * @param text the text for phones without menus
     */
    static Map<String, String> values(Menu menu, String body, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("1", body);
        values.put("2", text);
        for (int i = 0; i < menu.items().size(); i++) {
            values.put(Integer.toString(title(i)), menu.items().get(i).title());
            values.put(Integer.toString(title(i) + 1), menu.items().get(i).id());
        }
        return values;
    }
}
