package dev.parlance.translation;

import java.util.List;

/**
 * All prompts to translate into a language, with what a translator must know about each.
 *
 * <pre>{@code
 * Translations translations = Translations.of(Path.of("prompts"));
 * TranslationSheet french = translations.to("fr-FR");
 * System.out.println(french.count(TranslationState.MISSING) + " prompts are missing");
 * Files.writeString(Path.of("fr-FR.csv"), french.toCsv());
 * }</pre>
 *
 * @param source the tag of the language to translate from
 * @param target the tag of the language to translate into
 * @param entries the prompts, in the order of the source language's file
 */
public record TranslationSheet(String source, String target, List<TranslationEntry> entries) {
    /** Copies the list. */
    public TranslationSheet {
        entries = List.copyOf(entries);
    }

    /** How many prompts have this state. */
    public long count(TranslationState state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }

    /** The sheet as XLIFF 1.2, for translation tools; placeholders are elements that tools protect. */
    public String toXliff() {
        return XliffWriter.write(this);
    }

    /** The sheet as comma-separated values, for spreadsheets; nothing in it is run as a formula. */
    public String toCsv() {
        return SheetCsv.write(this);
    }
}
