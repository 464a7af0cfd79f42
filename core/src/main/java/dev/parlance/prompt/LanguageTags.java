package dev.parlance.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * BCP-47 tags and their fallbacks: the lookup of RFC 4647, with CLDR's parent locales, so that Mexican Spanish falls back
 * to Latin American before European Spanish.
 */
final class LanguageTags {
    /** Current tags for obsolete ones. */
    private static final Map<String, String> RENAMED =
            Map.of("tl", "fil", "iw", "he", "in", "id", "ji", "yi", "cmn", "zh", "mo", "ro");

    /** Parents from CLDR's supplemental data. The parent of any other tag is the tag without its last part. */
    private static final Map<String, String> PARENTS = parents();

    private static final String NONE = "";
    private static final int LONGEST_CODE = 3;

    private LanguageTags() {}

    /**
     * The canonical form of a tag; empty if it is malformed. An underscore counts as a hyphen. No language has a code of more than
     * three letters, so {@code english} is not a tag, although its form would be allowed.
     */
    static Optional<String> canonical(String tag) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build();
            if (locale.getLanguage().isEmpty() || locale.getLanguage().length() > LONGEST_CODE) {
                return Optional.empty();
            }
            String language = RENAMED.get(locale.getLanguage());
            Locale renamed = language == null
                    ? locale
                    : new Locale.Builder()
                            .setLocale(locale)
                            .setLanguage(language)
                            .build();
            return Optional.of(renamed.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The tag and its fallbacks, nearest first. */
    static List<String> chain(String tag) {
        List<String> chain = new ArrayList<>();
        for (String next = tag; !next.isEmpty(); next = parent(next)) {
            chain.add(next);
        }
        return chain;
    }

    private static String parent(String tag) {
        String parent = PARENTS.get(tag);
        if (parent != null) {
            return parent;
        }
        int cut = tag.lastIndexOf('-');
        if (cut >= 2 && tag.charAt(cut - 2) == '-') {
            cut -= 2; // a single letter belongs to the part after it
        }
        return cut < 0 ? NONE : tag.substring(0, cut);
    }

    private static Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        put(parents, "es", "es-419", "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE");
        put(
                parents,
                "en",
                "en-001",
                "150 AG AI AU BB BM BS BW BZ CC CK CM CX CY DG DM ER FJ FK FM GB GD GG GH GI GM GY HK IE IL IM IN IO"
                        + " JE JM KE KI KN KY LC LR LS MG MO MS MT MU MV MW MY NA NF NG NR NU NZ PG PK PN PW RW SB SC"
                        + " SD SG SH SL SS SX SZ TC TK TO TT TV TZ UG VC VG VU WS ZA ZM ZW");
        put(parents, "en", "en-150", "AT BE CH DE DK FI NL SE SI");
        put(parents, "pt", "pt-PT", "AO CH CV FR GQ GW LU MO MZ ST TL");
        put(parents, "zh", "zh-Hans", "CN SG");
        parents.put("zh-TW", "zh-Hant-TW");
        parents.put("zh-HK", "zh-Hant-HK");
        parents.put("zh-MO", "zh-Hant-MO");
        parents.put("zh-Hant-MO", "zh-Hant-HK");
        parents.put("nb", "no");
        parents.put("nn", "no");
        // A reader may not know the other script, so the default language is the better fallback.
        for (String script : List.of(
                "az-Cyrl",
                "bs-Cyrl",
                "kk-Arab",
                "ms-Arab",
                "pa-Arab",
                "sd-Deva",
                "sr-Latn",
                "uz-Arab",
                "uz-Cyrl",
                "yue-Hans",
                "zh-Hant")) {
            parents.put(script, NONE);
        }
        return Map.copyOf(parents);
    }

    private static void put(Map<String, String> parents, String language, String parent, String regions) {
        for (String region : regions.split(" ", -1)) {
            parents.put(language + "-" + region, parent);
        }
    }
}
