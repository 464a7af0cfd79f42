package dev.parlance.translation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet as comma-separated values: the third column is the source language, the fourth is for the translation. */
final class SheetCsv {
    private static final int KEY = 0;
    private static final int STATE = 1;
    private static final int SOURCE = 2;
    private static final int TARGET = 3;
    private static final int EXPORTED = 6;

    private SheetCsv() {}

    static String write(TranslationSheet sheet) {
        StringBuilder csv = new StringBuilder(CsvTable.row(
                List.of("key", "state", sheet.source(), sheet.target(), "note", "translated from", "exported")));
        for (TranslationEntry entry : sheet.entries()) {
            String translation = entry.translation().orElse("");
            csv.append(CsvTable.row(List.of(
                    entry.key(),
                    entry.state().word(),
                    entry.source(),
                    translation,
                    entry.context().description(),
                    entry.translatedFrom().orElse(""),
                    translation)));
        }
        return csv.toString();
    }

    static TranslatedFile read(Path path, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return TranslatedFile.unreadable(path, 0, "this is not valid UTF-8; save it as \"CSV UTF-8\"");
        }
        List<CsvTable.Row> rows = CsvTable.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.isEmpty()
                || rows.get(0).cells().size() <= TARGET
                || !cell(rows.get(0), KEY).equals("key")) {
            return TranslatedFile.unreadable(
                    path, 1, "the first line must be like key,state,en-US,fr-FR,note,translated from,exported");
        }
        List<TranslatedUnit> units = new ArrayList<>();
        rows.stream().skip(1).map(SheetCsv::unit).forEach(units::add);
        return new TranslatedFile(path, cell(rows.get(0), SOURCE), cell(rows.get(0), TARGET), units, List.of());
    }

    private static TranslatedUnit unit(CsvTable.Row row) {
        boolean isOpen = TranslationState.of(cell(row, STATE))
                .filter(state -> state != TranslationState.DONE)
                .isPresent();
        return new TranslatedUnit(
                cell(row, KEY),
                cell(row, SOURCE),
                cell(row, TARGET),
                Optional.of(cell(row, EXPORTED)).filter(exported -> !exported.isEmpty()),
                isOpen,
                row.line());
    }

    private static String cell(CsvTable.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }
}
