package dev.parlance.translation;

import dev.parlance.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a translator returned.
 *
 * @param source the tag of the language translated from
 * @param target the tag of the language translated into
 * @param problems why the file can't be read
 */
record TranslatedFile(Path path, String source, String target, List<TranslatedUnit> units, List<Problem> problems) {
    static TranslatedFile read(Path path) {
        byte[] bytes = Folders.read(path);
        return startsLikeXml(bytes) ? XliffReader.read(path, bytes) : SheetCsv.read(path, bytes);
    }

    static TranslatedFile unreadable(Path path, int line, String message) {
        return new TranslatedFile(path, "", "", List.of(), List.of(Problem.at(path.toString(), line, message)));
    }

    private static boolean startsLikeXml(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 100); i++) {
            if (bytes[i] > ' ') {
                return bytes[i] == '<';
            }
        }
        return false;
    }
}
