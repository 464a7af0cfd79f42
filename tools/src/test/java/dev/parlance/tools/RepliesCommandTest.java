package dev.parlance.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesCommandTest {
    private static final Path TEA = Path.of("src/test/resources/samples/tea");

    @Test
    void replies_are_explained_on_request(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("replies.tsv");
        Files.writeString(table, "question\tlanguage\tchannel\treply\texpected\ntaste\ten-US\ttext\tmaybe 4\t4\n");

        Run explained = Run.of("replies", TEA.toString(), table.toString(), "--explain");

        assertThat(explained.out())
                .startsWith("maybe 4 \u2192 confirm 4: \"maybe\" hedge (en.txt:")
                .contains("\"4\" number 4: one number");
        assertThat(Run.of("replies", TEA.toString(), table.toString()).out()).doesNotContain("\u2192");
    }
}
