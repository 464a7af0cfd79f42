package dev.parlance.fake.twilio.replay;

import dev.parlance.fake.twilio.catalog.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Masks the values of fields and parameters of one host. */
final class ValueMask {
    private static final Pattern API_URL =
            Pattern.compile("https://([a-z0-9-]+)((?:\\.[a-z0-9-]+)*\\.twilio\\.com)(/[^?#]*)(\\?[^#]*)?");
    private static final Pattern API_PATH = Pattern.compile("(/(?:2010-04-01|v\\d)(?:/[^?#]*|\\.json))(\\?[^#]*)?");
    private static final Pattern ERROR_PAGE = Pattern.compile("https://www\\.twilio\\.com/docs/errors/\\d{5}");

    private final Masks masks;
    private final String host;
    private final boolean keepsTexts;
    private final PathMask paths;

    ValueMask(Masks masks, String host, boolean keepsTexts) {
        this.masks = masks;
        this.host = host;
        this.keepsTexts = keepsTexts && !host.equals("verify");
        this.paths = new PathMask(masks);
    }

    String of(String name, @Nullable Type type, String value) {
        if (FieldRules.keeps(name, type, value) || ERROR_PAGE.matcher(value).matches()) {
            return value;
        }
        Matcher url = API_URL.matcher(value);
        if (url.matches()) {
            return "https://" + url.group(1) + url.group(2) + paths.link(url.group(1), url.group(3), url.group(4));
        }
        Matcher path = API_PATH.matcher(value);
        if (path.matches()) {
            return paths.link(host, path.group(1), path.group(2));
        }
        if (keepsTexts && type != null && FieldRules.isText(name)) {
            return masks.inside(value);
        }
        boolean isUntypedDate = Kind.of(value) == Kind.DATE;
        return isUntypedDate ? masks.text(value) : masks.of(value);
    }

    String name(String name) {
        return masks.text(name);
    }
}
