package dev.parlance.survey;

import java.util.Locale;
import java.util.Map;

/** The codes that WhatsApp has for the languages of templates: {@code es_MX} for {@code es-MX}. */
final class WhatsAppLanguage {
    /** Languages that WhatsApp has only with a country. */
    private static final Map<String, String> WITH_COUNTRY =
            Map.of("zh", "zh_CN", "zh_Hans", "zh_CN", "zh_Hant", "zh_TW", "pt", "pt_BR");

    private WhatsAppLanguage() {}

    static String code(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String region = locale.getCountry().isEmpty() ? locale.getScript() : locale.getCountry();
        String code = region.isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + region;
        return WITH_COUNTRY.getOrDefault(code, code);
    }
}
